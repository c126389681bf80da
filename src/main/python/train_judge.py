#!/usr/bin/env python3
"""Trains the judge of `sinopia bench control` and `bench prompt` and says how well it reads scenes it has not seen.

Stopped runs go on where they were. With --out the averaged weights are exported in half precision.
"""

import argparse
import json
from pathlib import Path

import torch
from diffusers import AutoencoderTiny
from safetensors.torch import save_file

from judge.accuracy import accuracy
from judge.training import train
from storybook.world import World


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--held-out", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--autoencoder", type=Path, help="folder of an AutoencoderTiny whose losses to get used to")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--scenes", type=int, default=300, help="held-out scenes to report on")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    args.work.mkdir(parents=True, exist_ok=True)
    autoencoder = None
    if args.autoencoder:
        autoencoder = AutoencoderTiny.from_pretrained(args.autoencoder, torch_dtype=torch.float32).to(device).eval()
        autoencoder.requires_grad_(False)
    net = train(World(args.data), args.work, args.minutes, autoencoder, device)
    if args.out:
        export(net, args.out)
    held_out = World(args.held_out)
    report = {"held out": accuracy(net, held_out, args.scenes, device)}
    if autoencoder is not None:
        report["held out, through the autoencoder"] = accuracy(net, held_out, args.scenes, device, autoencoder)
    print(json.dumps(report, indent=2))


def export(net: AutoencoderTiny, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    net.save_config(folder)
    weights = {name: tensor.half().contiguous() for name, tensor in net.state_dict().items()}
    save_file(weights, folder / "diffusion_pytorch_model.safetensors", {"format": "pt"})


if __name__ == "__main__":
    main()
