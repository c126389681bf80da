"""Trains the judge: one small network that reads a picture of the storybook world pixel by pixel.

Reads folders written by studio.sinopia.world.WorldExport. The network is an AutoencoderTiny whose decoder stops at half the
picture's size, with 29 output channels: logits of the 24 classes of the storybook palette, logits of line art for the four
pixels that each of its pixels covers (row by row), and depth (0 far, 1 near). It has never seen a picture made by a diffusion
model; blur, noise, colour shifts and, if one is given, an autoencoder's losses keep it from being brittle.

    python train_judge.py --data DIR --held-out DIR --work DIR --minutes 10 [--autoencoder DIR] [--out DIR]

Stopped runs go on where they were. With --out the averaged weights are exported as FP16.
"""

import argparse
import json
import math
import os
import time
from pathlib import Path

import numpy as np
import torch
from diffusers import AutoencoderTiny
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional as F

from storybook import muon

CLASSES, LINES = 24, slice(24, 28)
DEPTH = 28
WIDTH = 48
SIDE, CROP, BATCH = 256, 192, 4
UNKNOWN = 255
PEAK_RATES = {"matrices": 5e-3, "rest": 3e-3}  # of Muon and of Adam
AVERAGE = 0.995
MOMENTUM = 0.02


def network() -> AutoencoderTiny:
    """An eighth of the picture's side at its narrowest: enough to see what a thing is, and lines keep their place."""
    return AutoencoderTiny(
        in_channels=3,
        out_channels=DEPTH + 1,
        encoder_block_out_channels=(WIDTH,) * 4,
        decoder_block_out_channels=(WIDTH,) * 3,
        num_encoder_blocks=(0, 0, 2, 4),
        num_decoder_blocks=(3, 2, 1),
        latent_channels=WIDTH,
    )


class Spread(nn.Module):
    """Batch normalisation that leaves the mean where it is, for convolutions without a bias to fold a mean into."""

    def __init__(self, channels: int):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.register_buffer("running_square", torch.ones(channels))

    def forward(self, x: Tensor) -> Tensor:
        square = self.running_square
        if self.training:
            square = x.float().square().mean((0, 2, 3))
            self.running_square.lerp_(square.detach(), MOMENTUM)
        return x * (self.weight * (square + 1e-5).rsqrt())[:, None, None]

    def scale(self) -> Tensor:
        return self.weight.detach() * (self.running_square + 1e-5).rsqrt()


def normalised(net: AutoencoderTiny) -> AutoencoderTiny:
    """Normalises after every convolution but the last. Without it the clamp between encoder and decoder saturates."""
    for name, parent in list(net.named_modules()):
        for key, conv in list(parent.named_children()):
            if isinstance(conv, nn.Conv2d) and conv is not net.decoder.layers[-1]:
                nn.init.kaiming_normal_(conv.weight, nonlinearity="relu")
                centred = conv.bias is not None
                norm = nn.BatchNorm2d(conv.out_channels, momentum=MOMENTUM) if centred else Spread(conv.out_channels)
                setattr(parent, key, nn.Sequential(conv, norm))
    for block in net.modules():
        if type(block).__name__ == "AutoencoderTinyBlock":
            nn.init.constant_(block.conv[4][1].weight, 0.5)
    nn.init.normal_(net.decoder.layers[-1].weight, std=0.02)
    nn.init.constant_(net.decoder.layers[-1].bias, 0.5)  # the decoder's answer is doubled, less one
    return net


def folded(net: AutoencoderTiny) -> AutoencoderTiny:
    """The same network without normalisation: its means and scales become part of the convolutions."""
    plain = network()
    weights = {}
    for name, module in net.named_modules():
        if isinstance(module, nn.Conv2d):
            weights[f"{name}.weight"] = module.weight.detach().clone()
            if module.bias is not None:
                weights[f"{name}.bias"] = module.bias.detach().clone()
    for name, norm in net.named_modules():
        if not isinstance(norm, nn.BatchNorm2d | Spread):
            continue
        stem = name.removesuffix(".1")
        weight = weights.pop(f"{stem}.0.weight")
        if isinstance(norm, Spread):
            scale = norm.scale()
        else:
            scale = norm.weight.detach() * (norm.running_var + norm.eps).rsqrt()
            bias = weights.pop(f"{stem}.0.bias")
            weights[f"{stem}.bias"] = (bias - norm.running_mean) * scale + norm.bias.detach()
        weights[f"{stem}.weight"] = weight * scale[:, None, None, None]
    plain.load_state_dict(weights)
    return plain.eval()


def read(net: AutoencoderTiny, pictures: Tensor) -> Tensor:
    """Pictures [n, 3, h, w] in -1..1 to planes [n, 29, h/2, w/2]."""
    return net.decode(net.encode(pictures).latents).sample


def line_logits(planes: Tensor) -> Tensor:
    """[n, h, w] at the picture's size."""
    return F.pixel_shuffle(planes[:, LINES], 2)[:, 0]


class World:
    """All shards of a folder as if they were one array; bytes, mapped into memory."""

    def __init__(self, folder: Path):
        names = sorted(p.stem.removeprefix("pictures-") for p in folder.glob("pictures-*.u8"))
        if not names:
            raise SystemExit(f"{folder} holds no pictures-*.u8; write some with WorldExport first")
        self.shards = {
            part: [np.memmap(folder / f"{part}-{n}.u8", np.uint8, "r").reshape(-1, SIDE, SIDE, depth) for n in names]
            for part, depth in (("pictures", 3), ("segments", 1), ("lineart", 1), ("depth", 1))
        }
        self.ends = np.cumsum([len(shard) for shard in self.shards["pictures"]])

    def __len__(self) -> int:
        return int(self.ends[-1])

    def scene(self, row: int, top: int, left: int, side: int) -> Tensor:
        """Picture, class, line art and depth as bytes [6, side, side]."""
        shard = int(np.searchsorted(self.ends, row, "right"))
        at = row - (int(self.ends[shard - 1]) if shard else 0)
        window = (at, slice(top, top + side), slice(left, left + side))
        parts = [self.shards[part][shard][window] for part in ("pictures", "segments", "lineart", "depth")]
        return torch.from_numpy(np.concatenate(parts, -1)).permute(2, 0, 1)

    def batch(self, count: int, side: int, random: np.random.Generator) -> Tensor:
        """Random crops of random scenes, half of them mirrored, [count, 6, side, side]."""
        scenes = []
        for row in random.integers(len(self), size=count):
            top, left = random.integers(0, SIDE - side + 1, 2)
            scene = self.scene(int(row), int(top), int(left), side)
            scenes.append(scene.flip(2) if random.random() < 0.5 else scene)
        return torch.stack(scenes)


def some(count: int, share: float, device: torch.device) -> Tensor:
    """A random mask over the batch, [count, 1, 1, 1]."""
    return torch.rand(count, 1, 1, 1, device=device) < share


def rough(x: Tensor, autoencoder: AutoencoderTiny | None) -> Tensor:
    """Pictures in -1..1 as they might come from a generator: other colours, soft, stained, noisy."""
    n, device = len(x), x.device
    if autoencoder is not None:
        chosen = torch.rand(n, device=device) < 0.5
        if chosen.any():
            x = x.clone()
            x[chosen] = read(autoencoder, x[chosen]).float().clamp(-1, 1)
    grey = x.mean(1, keepdim=True)
    jitter = some(n, 0.6, device)
    toned = grey + (x - grey) * (0.6 + 0.8 * torch.rand(n, 1, 1, 1, device=device))
    toned = toned * (0.8 + 0.4 * torch.rand(n, 3, 1, 1, device=device)) + 0.15 * torch.randn(n, 3, 1, 1, device=device)
    x = torch.where(jitter, toned, x)
    size, factor = x.shape[-1], float(torch.empty(1).uniform_(1.3, 3))
    small = F.interpolate(x, size=round(size / factor), mode="bilinear", antialias=True, align_corners=False)
    soft = F.interpolate(small, size=size, mode="bicubic", align_corners=False)
    x = torch.where(some(n, 0.35, device), soft, x)
    coarse = torch.randn(n, 3, size // 8, size // 8, device=device)
    stains = 0.08 * F.interpolate(coarse, size=size, mode="bilinear", align_corners=False)
    x = torch.where(some(n, 0.3, device), x + stains, x)
    grain = torch.randn_like(x) * 0.1 * torch.rand(n, 1, 1, 1, device=device)
    return torch.where(some(n, 0.4, device), x + grain, x).clamp(-1, 1)


def pictures(batch: Tensor) -> Tensor:
    return batch[:, :3].float() / 127.5 - 1


def class_weights(world: World, device: torch.device) -> Tensor:
    """Rare classes weigh more, by the fourth root of how rare they are; one on average over the pixels."""
    rows = np.linspace(0, len(world) - 1, min(len(world), 300)).astype(int)
    counts = sum(torch.bincount(world.scene(int(r), 0, 0, SIDE)[3].flatten().int(), minlength=256) for r in rows)
    shares = (counts[:CLASSES].float() / counts[:CLASSES].sum()).clamp(min=1e-3)
    return shares.pow(-0.25).div(shares.pow(0.75).sum()).to(device)


def losses(planes: Tensor, batch: Tensor, weights: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Cross entropy of classes, binary cross entropy of lines, mean absolute error of depth."""
    lines, half = batch[:, 4].float() / 255, batch[:, :, ::2, ::2]
    return (
        F.cross_entropy(planes[:, :CLASSES], half[:, 3].long(), weights, ignore_index=UNKNOWN),
        F.binary_cross_entropy_with_logits(line_logits(planes), lines, pos_weight=torch.tensor(2.0, device=lines.device)),
        F.l1_loss(planes[:, DEPTH], half[:, 5].float() / 255),
    )


def train(world: World, args: argparse.Namespace, device: torch.device) -> AutoencoderTiny:
    """Trains until the minutes are spent, over all runs, and returns the averaged network."""
    net = normalised(network()).to(device, memory_format=torch.channels_last)
    average = normalised(network()).to(device).requires_grad_(False)
    average.load_state_dict(net.state_dict())
    optimizers = muon.optimizers(net, net.decoder.layers[-1], PEAK_RATES)
    autoencoder = None
    if args.autoencoder:
        autoencoder = AutoencoderTiny.from_pretrained(args.autoencoder, torch_dtype=torch.float32).to(device).eval()
        autoencoder.requires_grad_(False)
    step, spent, checkpoint = 0, 0.0, args.work / "judge.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        net.load_state_dict(state["net"])
        average.load_state_dict(state["average"])
        for name, optimizer in optimizers.items():
            optimizer.load_state_dict(state[name])
        step, spent = state["step"], state["spent"]
    weights, random, started = class_weights(world, device), np.random.default_rng(step), time.monotonic()
    while (seconds := spent + time.monotonic() - started) < 60 * args.minutes:
        batch = world.batch(BATCH, CROP, random).to(device)
        with torch.no_grad(), torch.autocast(device.type, torch.bfloat16):
            x = rough(pictures(batch), autoencoder).contiguous(memory_format=torch.channels_last)
        with torch.autocast(device.type, torch.bfloat16):
            planes = read(net, x)
        parts = losses(planes.float(), batch, weights)
        progress = seconds / 60 / args.minutes
        share = min(1, (step + 1) / 50) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * progress)))
        for name, optimizer in optimizers.items():
            optimizer.zero_grad(set_to_none=True)
            for group in optimizer.param_groups:
                group["lr"] = PEAK_RATES[name] * share
        (parts[0] + 2 * parts[1] + 2 * parts[2]).backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        for optimizer in optimizers.values():
            optimizer.step()
        step += 1
        share = max(1 - AVERAGE, 9 / (step + 9))
        for mine, theirs in zip(average.parameters(), net.parameters(), strict=True):
            mine.lerp_(theirs.detach(), share)
        for mine, theirs in zip(average.buffers(), net.buffers(), strict=True):
            mine.copy_(theirs)
        if step % 50 == 0:
            print(f"step {step} {seconds:.0f} s classes {parts[0]:.3f} lines {parts[1]:.3f} depth {parts[2]:.4f}", flush=True)
        if step % 100 == 0:
            save(checkpoint, net, average, optimizers, step, spent + time.monotonic() - started)
    save(checkpoint, net, average, optimizers, step, 60 * args.minutes)
    print(f"{step} steps")
    return folded(average).to(device)


def save(file: Path, net: nn.Module, average: nn.Module, optimizers: dict[str, torch.optim.Optimizer], step: int, spent: float) -> None:
    """Whole or not at all."""
    state = {"net": net.state_dict(), "average": average.state_dict()}
    state |= {name: optimizer.state_dict() for name, optimizer in optimizers.items()}
    torch.save({**state, "step": step, "spent": spent}, file.with_suffix(".partial"))
    os.replace(file.with_suffix(".partial"), file)


def share_inside(mask: Tensor, region: Tensor) -> Tensor:
    """For each picture the share of mask that lies in region, 1 where the mask is empty."""
    return torch.where(mask.sum((1, 2)) > 0, (mask * region).sum((1, 2)) / mask.sum((1, 2)).clamp(min=1), 1.0)


def edge_f1(drawn: Tensor, wanted: Tensor, tolerance: int) -> Tensor:
    """F1 of two line masks [n, h, w] for each picture, as EdgeAgreement counts it."""
    wide = [F.max_pool2d(m[:, None], 2 * tolerance + 1, 1, tolerance)[:, 0] for m in (drawn, wanted)]
    precision, recall = share_inside(drawn, wide[1]), share_inside(wanted, wide[0])
    return 2 * precision * recall / (precision + recall).clamp(min=1e-9)


@torch.no_grad()
def accuracy(net: AutoencoderTiny, world: World, count: int, device: torch.device, through: AutoencoderTiny | None = None) -> dict[str, float]:
    """Figures over the first scenes of a folder that training has not seen, perhaps through an autoencoder."""
    confusion = torch.zeros(CLASSES * CLASSES, dtype=torch.long)
    f1, squares = {0: [], 2: []}, []
    for row in range(min(count, len(world))):
        batch = world.scene(row, 0, 0, SIDE)[None].to(device)
        x = pictures(batch)
        planes = read(net, x if through is None else read(through, x).clamp(-1, 1))
        classes = planes[0, :CLASSES].argmax(0).repeat_interleave(2, 0).repeat_interleave(2, 1)
        depth = F.interpolate(planes[:, DEPTH : DEPTH + 1], scale_factor=2)[0, 0]
        wanted = batch[0, 3].long().flatten()
        known = wanted != UNKNOWN
        pairs = wanted[known] * CLASSES + classes.flatten()[known]
        confusion += torch.bincount(pairs, minlength=CLASSES * CLASSES).cpu()
        for tolerance, scores in f1.items():
            scores.append(edge_f1((line_logits(planes) >= 0).float(), (batch[:, 4] >= 128).float(), tolerance).item())
        squares.append((255 * depth - batch[0, 5]).square().mean().item())
    table = confusion.reshape(CLASSES, CLASSES).double()
    hits, union = table.diagonal(), table.sum(0) + table.sum(1) - table.diagonal()
    return {
        "mIoU": (hits / union)[union > 0].mean().item(),
        "pixel accuracy": (hits.sum() / table.sum()).item(),
        "line F1@0": float(np.mean(f1[0])),
        "line F1@2px": float(np.mean(f1[2])),
        "depth RMSE (0..255)": math.sqrt(np.mean(squares)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--held-out", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--autoencoder", type=Path, help="folder of an AutoencoderTiny whose losses to get used to")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--scenes", type=int, default=500, help="held-out scenes to report on")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    args.work.mkdir(parents=True, exist_ok=True)
    net = train(World(args.data), args, device)
    if args.out:
        net = net.half()
        args.out.mkdir(parents=True, exist_ok=True)
        net.save_config(args.out)
        weights = {name: tensor.contiguous() for name, tensor in net.state_dict().items()}
        save_file(weights, args.out / "diffusion_pytorch_model.safetensors", {"format": "pt"})
        net = net.float()
    held_out = World(args.held_out)
    report = {"held out": accuracy(net, held_out, args.scenes, device)}
    if args.autoencoder:
        through = AutoencoderTiny.from_pretrained(args.autoencoder, torch_dtype=torch.float32).to(device).eval()
        report["held out, through the autoencoder"] = accuracy(net, held_out, args.scenes, device, through)
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
