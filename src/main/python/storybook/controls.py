"""Control maps as hints, and their ControlNets."""

import numpy as np
import torch
from torch import Tensor

from . import hints
from .world import PALETTE, World


def hint(kind: str, world: World, rows: np.ndarray, device: torch.device, exact: bool = False) -> Tensor:
    """Hints [n, 3, 256, 256] in 0..1 for scenes: the world's own maps where exact, otherwise as people draw them."""
    if kind == "segments":
        palette = torch.from_numpy(PALETTE).to(device)
        classes = torch.from_numpy(world.segments[rows]).to(device)
        return palette[classes.long()].permute(0, 3, 1, 2) if exact else hints.segments(classes, palette)
    maps = torch.from_numpy(world.lineart[rows]).to(device).float() / 255
    return maps[:, None].expand(-1, 3, -1, -1) if exact else hints.lines(maps)
