"""The autoencoder. Its encoder begins as the principal components of 16 x 16 patches, level by level.

That keeps colours and layout from the first second; trained on together with the decoder and held near its beginning, it
learns to put small shapes where components hold grain.
"""

import copy
from pathlib import Path

import numpy as np
import torch
from diffusers import AutoencoderTiny
from diffusers.models.unets.unet_2d_blocks import AutoencoderTinyBlock
from torch import Tensor, nn
from torch.nn import functional as F

from . import muon, networks, team
from .clock import Clock, Journal
from .files import load_state, save_state
from .world import World

CROP = 128
BATCH = 4  # in each process
LATENT_NOISE = 0.08
PEAK_RATES = {"matrices": 1.5e-3, "rest": 1e-3}  # of Muon and of Adam
KEPT = 32  # components between two levels; 64 channels hold each as a positive and a negative part
HOLD = 0.02  # how much straying from the principal components costs
LINES = 4  # by so much more pixels on lines count: a face is few pixels, grain is many
FLATTENING = 0.25  # 0 gives all latent channels variance 1, 1 leaves them as unequal as pictures have them


def patches(x: Tensor, side: int = 2) -> Tensor:
    """Neighbourhoods of a field [n, c, h, w] as [n, h/side, w/side, side * side * c], row, column, then channel."""
    n, c, h, w = x.shape
    cut = x.reshape(n, c, h // side, side, w // side, side)
    return cut.permute(0, 2, 4, 3, 5, 1).reshape(n, h // side, w // side, side * side * c)


def principal(vectors: Tensor, count: int) -> Tensor:
    """Directions of the largest second moments, [length, count]."""
    flat = vectors.flatten(0, -2)
    return torch.linalg.eigh(flat.T @ flat / len(flat)).eigenvectors.flip(1)[:, :count]


def completed(known: Tensor, vectors: Tensor, count: int) -> Tensor:
    """Orthonormal directions [length, count]: those that are known, then the principal ones of what these leave."""
    flat = vectors.flatten(0, -2)
    flat = flat - flat @ known @ known.T
    return torch.cat([known, principal(flat, count - known.shape[1])], 1)


@torch.no_grad()
def solve(vae: AutoencoderTiny, pictures: Tensor, base: AutoencoderTiny | None = None) -> None:
    """Sets the encoder, and a decoder that begins with mean colours, from sample pictures [n, 3, h, w] in -1..1.

    The first latent channels are those of the base, if one is given, whose encoder must itself be solved and not trained
    since; the decoder then begins as the base's.
    """
    known = directions(base) if base else [torch.zeros(width, 0) for width in (12, 48, 0, 0)]
    first, *halvings, last = convolutions(vae.encoder.layers)
    for conv in (first, *halvings, last):
        nn.init.zeros_(conv.weight)
    nn.init.zeros_(last.bias)
    nn.init.zeros_(first.bias)
    _begin_as_identity(vae.encoder.layers)
    field = (pictures + 1) / 2
    colour = -convolutions(base.encoder.layers)[0].bias[:3] if base else field.mean((0, 2, 3))
    first.weight[range(3), range(3), 1, 1] = 1
    first.bias[:3] = -colour
    field = field - colour[:, None, None]
    for level, conv in enumerate(halvings):
        vectors = patches(field)
        turn = torch.eye(12) if level == 0 else completed(_spread(known[level], field.shape[1]), vectors, KEPT)
        field = (vectors @ turn).permute(0, 3, 1, 2)
        taps = turn.reshape(2, 2, -1, turn.shape[1]).permute(3, 2, 0, 1)  # [out, in, row, column]
        taps = torch.cat([taps, -taps]) if level > 0 else taps
        taps = torch.cat([taps, -taps], 1) if level > 1 else taps
        conv.weight[: taps.shape[0], : taps.shape[1], 1:, 1:] = taps
    kept = field[:, : networks.LATENT_CHANNELS]
    mean, spread = kept.mean((0, 2, 3)), kept.std((0, 2, 3))
    scale = spread ** (FLATTENING - 1)
    scale /= (scale * spread).square().mean().sqrt()
    if base:
        mean, scale = _continued(base, mean, scale)
    last.weight[range(len(scale)), range(len(scale)), 1, 1] = scale
    last.weight[range(len(scale)), range(KEPT, KEPT + len(scale)), 1, 1] = -scale
    last.bias.copy_(-mean * scale)
    latent = (kept - mean[:, None, None]) * scale[:, None, None]
    _start_decoder(vae.decoder.layers, latent, F.avg_pool2d((pictures + 1) / 2, 16) - 0.5)
    if base:
        vae.decoder.load_state_dict(_widened(base.decoder, vae.decoder))


def _continued(base: AutoencoderTiny, mean: Tensor, scale: Tensor) -> tuple[Tensor, Tensor]:
    """Means and scales of components: the base's, then those of the others at the scale of its last."""
    old = convolutions(base.encoder.layers)[-1]
    count = len(old.weight)
    scale = torch.cat([old.weight[range(count), range(count), 1, 1], scale[count:]])
    scale[count:] = scale[count - 1]
    return torch.cat([-old.bias / scale[:count], mean[count:]]), scale


def _widened(decoder: nn.Module, wider: nn.Module) -> dict[str, Tensor]:
    """A decoder's weights for one that reads more channels: nothing comes of the others at first."""
    weights, name = decoder.state_dict(), "layers.0.weight"
    fresh = torch.zeros_like(wider.state_dict()[name])
    fresh[:, : weights[name].shape[1]] = weights[name]
    return weights | {name: fresh}


def directions(vae: AutoencoderTiny) -> list[Tensor]:
    """Of every halving of a solved encoder the directions it keeps, [4 * channels, kept]."""
    kept_inside = vae.config.encoder_block_out_channels[0] // 2
    channels, turns = 3, []
    for level, conv in enumerate(convolutions(vae.encoder.layers)[1:-1]):
        kept = 12 if level == 0 else kept_inside
        turns.append(conv.weight[:kept, :channels, 1:, 1:].permute(2, 3, 1, 0).reshape(4 * channels, kept))
        channels = kept
    turns[-1] = turns[-1][:, : vae.config.latent_channels]
    return turns


def _spread(turn: Tensor, channels: int) -> Tensor:
    """Directions over four neighbours as directions over four neighbours of more channels."""
    fresh = torch.zeros(4, channels, turn.shape[1])
    fresh[:, : len(turn) // 4] = turn.reshape(4, -1, turn.shape[1])
    return fresh.flatten(0, 1)


def convolutions(layers: nn.Sequential) -> list[nn.Conv2d]:
    """Those that stand between the blocks."""
    return [layer for layer in layers if isinstance(layer, nn.Conv2d)]


def _begin_as_identity(layers: nn.Sequential) -> None:
    for block in [m for m in layers if isinstance(m, AutoencoderTinyBlock)]:
        for conv in block.conv[:3:2]:
            nn.init.kaiming_normal_(conv.weight, nonlinearity="relu")
        nn.init.zeros_(block.conv[-1].weight)
        nn.init.zeros_(block.conv[-1].bias)


def _start_decoder(layers: nn.Sequential, latent: Tensor, colours: Tensor) -> None:
    """Blocks begin as the identity, upsampling smooth, so that the first answer is the mean colour of every patch."""
    _begin_as_identity(layers)
    first, *doublings, last = convolutions(layers)
    z = 3 * torch.tanh(latent / 3).permute(0, 2, 3, 1).flatten(0, 2)
    z = torch.cat([z, torch.ones(len(z), 1)], 1)
    fit = torch.linalg.lstsq(z, colours.permute(0, 2, 3, 1).flatten(0, 2)).solution.T  # [3, channels + 1]
    held = min(latent.shape[1], 13)  # each as a positive and a negative part, beside three colours
    nn.init.normal_(first.weight, std=0.01)
    nn.init.zeros_(first.bias)
    for sign, colour, own in ((1, 0, 6), (-1, 3, 6 + held)):
        first.weight[colour : colour + 3, :, 1, 1] = sign * fit[:, :-1]
        first.bias[colour : colour + 3] = sign * fit[:, -1]
        first.weight[range(own, own + held), range(held), 1, 1] = sign * 0.5
    blur = torch.tensor([1.0, 2.0, 1.0]) / 4
    for conv in doublings:
        nn.init.normal_(conv.weight, std=0.01)
        conv.weight[range(32), range(32)] += torch.outer(blur, blur)
    nn.init.normal_(last.weight, std=0.01)
    last.weight[range(3), range(3), 1, 1] = 1
    last.weight[range(3), range(3, 6), 1, 1] = -1
    nn.init.constant_(last.bias, 0.5)


def load(work: Path) -> AutoencoderTiny:
    """The autoencoder so far, frozen."""
    vae = networks.autoencoder()
    state = load_state(work / "autoencoder.pt")
    if state:
        vae.load_state_dict(state["vae"])
    return vae.eval().requires_grad_(False)


def prepare(world: World, work: Path, base: AutoencoderTiny | None = None, samples: int = 600) -> None:
    """Makes the first autoencoder.pt from some scenes, unless there is one."""
    if not (work / "autoencoder.pt").exists():
        vae = networks.autoencoder()
        rows = np.linspace(0, world.size - 1, min(samples, world.size)).astype(int)
        solve(vae, to_tensor(world.pictures[rows]), base)
        save_state(work / "autoencoder.pt", {"vae": vae})


def slope_weight(progress: float) -> float:
    """Slopes count only once edges are in place: before, a flat answer beats a blurred edge and training stalls."""
    return min(0.5, max(0.0, (progress - 0.6) / 0.4))


def reconstruction_loss(y: Tensor, x: Tensor, lines: Tensor) -> tuple[Tensor, Tensor]:
    """Mean absolute error of colours, on lines [n, 1, h, w] more than elsewhere, and of their slopes."""
    off = y - x
    weight = 1 + LINES * F.max_pool2d(lines, 3, 1, 1)
    across, down = off[..., 1:] - off[..., :-1], off[..., 1:, :] - off[..., :-1, :]
    return (weight * off.abs()).mean() / weight.mean(), across.abs().mean() + down.abs().mean()


def crops(world: World, rows: np.ndarray, random: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Random crops of random scenes, [n, 3, CROP, CROP] in -1..1, on the grid of patches, and their line art."""
    top, left = 16 * random.integers(0, (networks.PICTURE - CROP) // 16 + 1, (2, len(rows)))
    windows = [(int(r), slice(t, t + CROP), slice(s, s + CROP)) for r, t, s in zip(rows, top, left, strict=True)]
    pictures = np.stack([world.pictures.one(r)[t, s] for r, t, s in windows])
    lines = np.stack([world.lineart.one(r)[t, s] for r, t, s in windows])
    return to_tensor(pictures), torch.from_numpy(lines)[:, None].float() / 255


def to_tensor(pictures: np.ndarray) -> Tensor:
    """Bytes [n, h, w, 3] to [n, 3, h, w] in -1..1, channels last in memory."""
    return torch.from_numpy(pictures).permute(0, 3, 1, 2).float().div(127.5).sub(1)


def train(world: World, work: Path, minutes: float, device: torch.device) -> None:
    """Trains both halves until the budget is spent."""
    state = load_state(work / "autoencoder.pt")
    vae = load(work)
    beginning = copy.deepcopy(vae.encoder)
    if "beginning" in state:
        beginning.load_state_dict(state["beginning"])
    vae = vae.to(device, memory_format=torch.channels_last).requires_grad_(True).train()
    beginning = beginning.to(device)
    optimizers = muon.optimizers(vae, vae.decoder.layers[-1], PEAK_RATES)
    for name, optimizer in optimizers.items():
        if name in state:
            optimizer.load_state_dict(state[name])
    clock, journal = Clock(minutes, state.get("clock")), Journal(work / "autoencoder.csv", team.rank() > 0)
    random = np.random.default_rng([clock.step, team.rank()])
    while clock.progress < 1:
        x, lines = crops(world, random.integers(0, world.size, BATCH), random)
        x, lines = x.to(device), lines.to(device)
        with torch.autocast(device.type, torch.bfloat16):
            with torch.no_grad():
                anchor = beginning(x).float()
            z = vae.encoder(x)
            y = vae.decoder(z + LATENT_NOISE * torch.randn_like(z))
        colour, slope = reconstruction_loss(y.float(), x, lines)
        strayed = (z.float() - anchor).square().mean()
        for name, optimizer in optimizers.items():
            optimizer.param_groups[0]["lr"] = clock.rate(PEAK_RATES[name], warm_up=60)
        vae.zero_grad(set_to_none=True)
        (colour + slope_weight(clock.progress) * slope + HOLD * strayed).backward()
        team.average(vae.parameters(), clock, BATCH)
        nn.utils.clip_grad_norm_(vae.parameters(), 1.0)
        for optimizer in optimizers.values():
            optimizer.step()
        journal.add(clock, colour=colour.item(), slope=slope.item(), strayed=strayed.item())
        if team.rank() == 0 and (clock.step % 200 == 0 or clock.progress == 1):
            parts = {"vae": vae, "beginning": beginning, "clock": clock, **optimizers}
            save_state(work / "autoencoder.pt", parts)


@torch.no_grad()
def encode_all(world: World, work: Path, device: torch.device) -> np.ndarray:
    """Latents of all scenes as float16 [scenes, 24, 16, 16], made once and then read from disk."""
    file = work / "latents.npy"
    if team.rank() == 0 and not file.exists():
        vae = load(work).to(device)
        parts = [np.arange(i, min(i + 64, world.size)) for i in range(0, world.size, 64)]
        read = [vae.encode(to_tensor(world.pictures[rows]).to(device)).latents for rows in parts]
        latents = torch.cat(read).half().cpu().numpy()
        np.save(work / "latents.partial.npy", latents)
        (work / "latents.partial.npy").rename(file)
    team.wait()
    return np.load(file)
