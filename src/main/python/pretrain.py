#!/usr/bin/env python3
"""Trains the model that ships, stage by stage, and exports it. Run again, it goes on where it stopped."""

import argparse
from pathlib import Path

import torch

from storybook import autoencoder, denoiser, student, team, words
from storybook.adopt import adopt
from storybook.export import export
from storybook.world import World

STAGES = ("tokenizer", "autoencoder", "denoiser", "student", "export")


def main() -> None:
    options = parse()
    torch.set_num_threads(options.threads)
    device, work, minutes = torch.device(options.device), options.work, options.minutes
    work.mkdir(parents=True, exist_ok=True)
    team.join()
    torch.manual_seed(options.seed + team.rank())
    world = World(options.world)
    if options.start and team.rank() == 0:
        adopt(options.start, world, work)
    team.wait()
    for stage in options.stages:
        print("stage", stage, flush=True)
        if stage == "tokenizer":
            if team.rank() == 0 and not (work / "tokenizer").exists():
                words.learn((text for texts in world.captions for text in texts), work / "tokenizer")
        elif stage == "autoencoder":
            if team.rank() == 0:
                autoencoder.prepare(world, work)
            team.wait()
            autoencoder.train(world, work, minutes[0], device)
        elif stage in ("denoiser", "student"):
            teach, budget = (denoiser.train, minutes[1]) if stage == "denoiser" else (student.train, minutes[2])
            latents = autoencoder.encode_all(world, work, device)
            teach(world, latents, words.load(work / "tokenizer"), work, budget, device)
        elif team.rank() == 0:
            export(work, world.scenes[-1]["edition"], options.out)
        team.wait()


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--world", type=Path, required=True, help="folder of exported scenes")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and loss tables")
    parser.add_argument("--out", type=Path, required=True, help="folder of the finished model")
    parser.add_argument("--start", type=Path, help="finished model to go on from where --work has no checkpoint yet")
    parser.add_argument(
        "--minutes",
        type=float,
        nargs=3,
        default=(20, 100, 30),
        metavar=("AE", "DENOISER", "STUDENT"),
        help="time budgets; learning rates follow them (default: %(default)s)",
    )
    parser.add_argument("--stages", nargs="+", choices=STAGES, default=STAGES)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=1, help="in each process")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
