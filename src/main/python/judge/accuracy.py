"""How well the judge reads exact pictures, in the figures that the Java benches use."""

import math

import numpy as np
import torch
from diffusers import AutoencoderTiny
from torch import Tensor
from torch.nn import functional as F

from storybook.world import World

from .network import Reading, read
from .targets import UNKNOWN, truth

SEEN = 0.3  # how sure the judge must be of a centre


@torch.no_grad()
def accuracy(
    net: AutoencoderTiny, world: World, count: int, device: torch.device, through: AutoencoderTiny | None = None
) -> dict[str, float]:
    """Figures over the first scenes of a folder that training has not seen, perhaps through an autoencoder."""
    classes = len(world.classes)
    confusion = torch.zeros(classes * classes, dtype=torch.long)
    found: dict[str, list[float]] = {name: [] for name in ("F1@0", "F1@2px", "depth", "joints", "boxes", "colours", "styles")}
    for row in range(min(count, world.size)):
        true = truth(world, np.array([row]), 0, None)
        x = true.pictures.to(device)
        said = Reading.of(read(net, x if through is None else read(through, x).clamp(-1, 1)).cpu())
        known = true.classes != UNKNOWN
        pairs = true.classes[known] * classes + said.classes.argmax(1)[known]
        confusion += torch.bincount(pairs, minlength=classes * classes)
        for name, tolerance in (("F1@0", 0), ("F1@2px", 2)):
            drawn, wanted = (said.line_logits() >= 0).float(), (true.lines >= 0.5).float()
            found[name].append(edge_f1(drawn, wanted, tolerance).item())
        found["depth"].append((said.depth[:, 0] - true.depth).square().mean().item())
        found["styles"].append(float(said.styles.mean((2, 3)).argmax() == true.styles))
        named = true.colours != UNKNOWN
        found["colours"] += (said.colours.argmax(1)[named] == true.colours[named]).float().tolist()[::50]
        found["joints"] += _joints(said, world.scenes[row])
        found["boxes"] += _boxes(said, world.scenes[row])
    table = confusion.reshape(classes, classes).double()
    hits, union = table.diagonal(), table.sum(0) + table.sum(1) - table.diagonal()
    means = {name: float(np.mean(values)) for name, values in found.items()}
    return {
        "mIoU": (hits / union)[union > 0].mean().item(),
        "pixel accuracy": (hits.sum() / table.sum()).item(),
        "line F1@0": means["F1@0"],
        "line F1@2px": means["F1@2px"],
        "depth RMSE (0..1)": math.sqrt(means["depth"]),
        "joints within 0.1 of the person's size": means["joints"],
        "boxes found (IoU 0.5)": means["boxes"],
        "colour, pixels of things": means["colours"],
        "style": means["styles"],
    }


def _joints(said: Reading, scene: dict) -> list[float]:
    """Of every visible joint whether its strongest answer in the person's surroundings is near it."""
    side, right = said.joints.shape[-1], []
    for body in scene["joints"]:
        seen = np.array([(x, y) for x, y, visible in body if visible])
        if len(seen) < 2:
            continue
        low, high = seen.min(0), seen.max(0)
        size = float((high - low).max())
        left, top = np.clip((low - 0.1 * size) * side, 0, side - 1).astype(int)
        end, foot = np.clip((high + 0.1 * size) * side, 1, side).astype(int) + 1
        for number, (x, y, visible) in enumerate(body):
            if visible:
                part = said.joints[0, number, top:foot, left:end]
                line, column = divmod(int(part.argmax()), part.shape[1])
                off = math.hypot((left + column + 0.5) / side - x, (top + line + 0.5) / side - y)
                right.append(float(off < 0.1 * size))
    return right


def _boxes(said: Reading, scene: dict) -> list[float]:
    """Of every true box whether one was found that overlaps it by half."""
    heat = said.centres.sigmoid()
    peaks = ((heat == F.max_pool2d(heat, 5, 1, 2)) & (heat > SEEN))[0, 0].nonzero()
    side = heat.shape[-1]
    mine = []
    for line, column in peaks.tolist():
        w, h = said.extents[0, :, line, column].tolist()
        x, y = (column + 0.5) / side, (line + 0.5) / side
        mine.append((x - w / 2, y - h / 2, w, h))
    return [
        float(any(overlap(box, (true["x"], true["y"], true["w"], true["h"])) > 0.5 for box in mine))
        for true in scene["boxes"]
    ]


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    """Intersection over union of boxes x, y, w, h."""
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    shared = max(w, 0) * max(h, 0)
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)


def share_inside(mask: Tensor, region: Tensor) -> Tensor:
    """For each picture the share of mask that lies in region, 1 where the mask is empty."""
    return torch.where(mask.sum((1, 2)) > 0, (mask * region).sum((1, 2)) / mask.sum((1, 2)).clamp(min=1), 1.0)


def edge_f1(drawn: Tensor, wanted: Tensor, tolerance: int) -> Tensor:
    """F1 of two line masks [n, h, w] for each picture, as EdgeAgreement counts it."""
    wide = [F.max_pool2d(m[:, None], 2 * tolerance + 1, 1, tolerance)[:, 0] for m in (drawn, wanted)]
    precision, recall = share_inside(drawn, wide[1]), share_inside(wanted, wide[0])
    return 2 * precision * recall / (precision + recall).clamp(min=1e-9)
