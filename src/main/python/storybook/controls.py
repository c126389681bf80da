"""Control maps of scenes as hints: the world's own maps where exact, otherwise as people draw them."""

import numpy as np
import torch
from torch import Tensor

from . import drawn, hints
from .world import World

SHARES = {"lineart": 0.5, "scribble": 0.3, "softedge": 0.2, "segments": 0.65, "boxes": 0.35, "tile": 0.5, "inpaint": 0.5}


def hint(kind: str, world: World, rows: np.ndarray, device: torch.device, exact: bool = False) -> Tensor:
    """Hints [n, 3, 256, 256] in 0..1 of one kind; what is to be painted anew under `inpaint` is -1."""
    if kind in ("segments", "boxes"):
        palette = torch.from_numpy(world.palette).to(device)
    if kind == "segments":
        classes = torch.from_numpy(world.segments[rows]).to(device)
        return palette[classes.long()].permute(0, 3, 1, 2) if exact else hints.segments(classes, palette)
    if kind == "boxes":
        frames = [drawn.boxes(world.scenes[row]["boxes"], world.classes, world.palette, not exact) for row in rows]
        return _planes(np.stack(frames), device)
    if kind == "pose":
        return _planes(np.stack([drawn.people(world.scenes[row]["joints"], not exact) for row in rows]), device)
    if kind in ("tile", "inpaint"):
        pictures = _planes(world.pictures[rows], device)
        return hints.tile(pictures) if kind == "tile" else hints.holes(pictures)
    if kind == "scribble" and (exact or np.random.random() < 0.5):
        return torch.from_numpy(world.scribbles[rows]).to(device)[:, None].float().div(255).expand(-1, 3, -1, -1)
    maps = torch.from_numpy((world.depth if kind == "depth" else world.lineart)[rows]).to(device).float() / 255
    if kind == "scribble":
        return hints.scribbles(maps)
    if kind == "softedge":
        return hints.soft_edges(maps)
    if exact:
        return maps[:, None].expand(-1, 3, -1, -1)
    return hints.depths(maps) if kind == "depth" else hints.lines(maps)


def mixed(kinds: tuple[str, ...], world: World, rows: np.ndarray, device: torch.device) -> Tensor:
    """Hints of a network that reads several kinds, each scene's kind by lot."""
    shares = np.array([SHARES.get(kind, 1.0) for kind in kinds])
    lots = np.random.choice(len(kinds), len(rows), p=shares / shares.sum())
    parts = [hint(kinds[lot], world, rows[i : i + 1], device) for i, lot in enumerate(lots)]
    return hints.partly(torch.cat(parts))


def _planes(pictures: np.ndarray, device: torch.device) -> Tensor:
    return torch.from_numpy(pictures).to(device).permute(0, 3, 1, 2).float() / 255
