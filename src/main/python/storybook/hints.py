"""Turns exact maps of the world into hints as people make them: wobbly, thick or thin, with gaps, partly blank."""

import torch
from torch import Tensor
from torch.nn import functional as F


def lines(maps: Tensor) -> Tensor:
    """Line art [n, h, w] in 0..1, white on black, to drawn-looking hints [n, 3, h, w]."""
    x = wobble(maps[:, None], "bilinear")
    kind = torch.rand(len(x), 1, 1, 1, device=x.device)
    thick = F.max_pool2d(x, 3, 1, 1)
    soft = F.avg_pool2d(x, 3, 1, 1).mul(2).clamp(max=1)
    x = torch.where(kind < 0.3, thick, torch.where(kind < 0.45, soft, x))
    gaps = (blobs(x, 32) > 1.6) & (torch.rand_like(kind) < 0.3)  # a few strokes are missing
    return (x * ~gaps).expand(-1, 3, -1, -1)


def segments(classes: Tensor, palette: Tensor) -> Tensor:
    """Class numbers [n, h, w] and colours [classes, 3] in 0..1 to hints [n, 3, h, w] of exact colours."""
    moved = wobble(classes[:, None].float(), "nearest")[:, 0].long()
    return palette[moved].permute(0, 3, 1, 2)


def partly(hints: Tensor, whole: float = 0.75, none: float = 0.07) -> Tensor:
    """Blanks the whole map of some samples, and a half-plane or a free region of some others."""
    n = len(hints)
    lot = torch.rand(n, 1, 1, 1, device=hints.device)
    free = blobs(hints, 64)
    angle = 2 * torch.pi * torch.rand(n, 1, 1, 1, device=hints.device)
    y, x = _grid(hints)
    plane = y * angle.sin() + x * angle.cos() - torch.empty_like(angle).uniform_(-0.6, 0.6)
    region = torch.where(torch.rand_like(lot) < 0.5, free, plane) > 0
    keep = (lot < whole) | ((lot < 1 - none) & region)
    return hints * keep


def wobble(x: Tensor, mode: str, reach: float = 1.5) -> Tensor:
    """Moves pixels smoothly by up to about two times reach, in half of the samples."""
    n, _, h, w = x.shape
    field = F.interpolate(torch.randn(n, 2, 9, 9, device=x.device), (h, w), mode="bilinear", align_corners=True)
    field = field * (torch.rand(n, 1, 1, 1, device=x.device) < 0.5) * reach * 2 / h
    y, across = _grid(x)
    base = torch.stack([across.expand(n, 1, h, w)[:, 0], y.expand(n, 1, h, w)[:, 0]], -1)
    return F.grid_sample(x, base + field.permute(0, 2, 3, 1), mode=mode, padding_mode="border", align_corners=True)


def blobs(like: Tensor, size: int) -> Tensor:
    """Smooth random field of about unit variance [n, 1, h, w] with features of that many pixels."""
    n, _, h, w = like.shape
    coarse = torch.randn(n, 1, h // size + 1, w // size + 1, device=like.device)
    return 1.5 * F.interpolate(coarse, (h, w), mode="bicubic", align_corners=True)


def _grid(x: Tensor) -> tuple[Tensor, Tensor]:
    h, w = x.shape[-2:]
    y = torch.linspace(-1, 1, h, device=x.device).reshape(1, 1, h, 1)
    return y, torch.linspace(-1, 1, w, device=x.device).reshape(1, 1, 1, w)
