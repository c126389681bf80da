"""Trains the judge until its minutes are spent, over all runs."""

from pathlib import Path

import numpy as np
import torch
from diffusers import AutoencoderTiny
from torch import Tensor, nn
from torch.nn import functional as F

from storybook import muon
from storybook.average import Average
from storybook.clock import Clock, Journal
from storybook.files import load_state, save_state
from storybook.world import World

from .network import Reading, folded, network, normalised, read
from .rough import rough
from .targets import UNKNOWN, Truth, truth

CROP, BATCH = 192, 4
PEAK_RATES = {"matrices": 5e-3, "rest": 3e-3}  # of Muon and of Adam
AVERAGE = 0.995
WEIGHTS = {  # points are few: what is learned of each would drown what is learned of whole areas
    "classes": 1.0,
    "lines": 2.0,
    "depth": 2.0,
    "joints": 0.01,
    "centres": 0.03,
    "extents": 0.5,
    "colours": 0.2,
    "styles": 0.2,
}


def apart(said: Reading, true: Truth, rarity: Tensor) -> dict[str, Tensor]:
    """Unweighted, by part."""
    there = (true.centres == 1).float()
    return {
        "classes": F.cross_entropy(said.classes, true.classes, rarity, ignore_index=UNKNOWN),
        "lines": F.binary_cross_entropy_with_logits(
            said.line_logits(), true.lines, pos_weight=torch.tensor(2.0, device=rarity.device)
        ),
        "depth": F.l1_loss(said.depth[:, 0], true.depth),
        "joints": focal(said.joints, true.joints),
        "centres": focal(said.centres, true.centres),
        "extents": ((said.extents - true.extents).abs() * there).sum() / there.sum().clamp(min=1),
        "colours": F.cross_entropy(said.colours, true.colours, ignore_index=UNKNOWN, reduction="sum")
        / (true.colours != UNKNOWN).sum().clamp(min=1),
        "styles": F.cross_entropy(said.styles.mean((2, 3)), true.styles),
    }


def focal(logits: Tensor, bells: Tensor) -> Tensor:
    """Of points marked by bells that are 1 in one pixel each: what is near a point is hardly held against it (CornerNet)."""
    found, missed = F.logsigmoid(logits), F.logsigmoid(-logits)
    points = (bells == 1).float()
    hits = points * missed.exp().square() * found
    others = (1 - points) * (1 - bells).pow(4) * found.exp().square() * missed
    return -(hits.sum() + others.sum()) / (points.sum() + 10)  # often there is none


def rarity(world: World, device: torch.device) -> Tensor:
    """Rare classes weigh more, by the fourth root of how rare they are; one on average over the pixels."""
    rows = np.linspace(0, world.size - 1, min(world.size, 300)).astype(int)
    counts = sum(np.bincount(world.segments.one(row).ravel(), minlength=256) for row in rows)
    counts = torch.from_numpy(counts[: len(world.classes)]).float()
    shares = (counts / counts.sum()).clamp(min=1e-3)
    return shares.pow(-0.25).div(shares.pow(0.75).sum()).to(device)


def train(world: World, work: Path, minutes: float, autoencoder: AutoencoderTiny | None, device: torch.device) -> AutoencoderTiny:
    """Goes on where it was stopped; the averaged network, ready to use. It gets used to an autoencoder's losses."""
    net = normalised(network(len(world.classes))).to(device, memory_format=torch.channels_last)
    average = Average(net, AVERAGE)
    optimizers = muon.optimizers(net, net.decoder.layers[-1], PEAK_RATES)
    state = load_state(work / "judge.pt")
    if state:
        net.load_state_dict(state["net"])
        average.load_state_dict(state["average"])
        for name, optimizer in optimizers.items():
            optimizer.load_state_dict(state[name])
    clock, journal = Clock(minutes, state and state["clock"]), Journal(work / "judge.csv", False)
    parts = {"net": net, "average": average, "clock": clock, **optimizers}
    weights, random = rarity(world, device), np.random.default_rng(clock.step)
    while clock.progress < 1:
        true = truth(world, random.integers(world.size, size=BATCH), CROP, random)
        true = Truth(*(part.to(device) for part in vars(true).values()))
        with torch.no_grad(), torch.autocast(device.type, torch.bfloat16):
            x = rough(true.pictures, autoencoder).contiguous(memory_format=torch.channels_last)
        with torch.autocast(device.type, torch.bfloat16):
            planes = read(net, x)
        losses = apart(Reading.of(planes.float()), true, weights)
        for name, optimizer in optimizers.items():
            optimizer.param_groups[0]["lr"] = clock.rate(PEAK_RATES[name], warm_up=50)
            optimizer.zero_grad(set_to_none=True)
        sum(WEIGHTS[name] * loss for name, loss in losses.items()).backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        for optimizer in optimizers.values():
            optimizer.step()
        clock.tick(clock.seconds, BATCH)
        average.update(net, clock.step)
        journal.add(clock, **{name: loss.item() for name, loss in losses.items()})
        if clock.step % 100 == 0 or clock.progress == 1:
            save_state(work / "judge.pt", parts)
    net.load_state_dict(average.state_dict())
    return folded(net.cpu().eval()).to(device)
