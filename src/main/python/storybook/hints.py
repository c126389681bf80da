"""Turns exact maps of the world into hints as people make them: wobbly, thick or thin, with gaps, partly blank."""

import torch
from torch import Tensor
from torch.nn import functional as F


def lines(maps: Tensor) -> Tensor:
    """Line art [n, h, w] in 0..1, white on black, to drawn-looking hints [n, 3, h, w]."""
    x = wobble(maps[:, None], "bilinear")
    lot = torch.rand(len(x), device=x.device)
    x[lot < 0.3] = F.max_pool2d(x[lot < 0.3], 3, 1, 1)
    soft = (lot >= 0.3) & (lot < 0.45)
    x[soft] = F.avg_pool2d(x[soft], 3, 1, 1).mul(2).clamp(max=1)
    gaps = some(x, 0.3)
    x[gaps] = x[gaps] * (blobs(x[gaps], 32) <= 1.6)  # a few strokes are missing
    return x.expand(-1, 3, -1, -1)


def scribbles(maps: Tensor) -> Tensor:
    """Line art [n, h, w] in 0..1 to hasty strokes [n, 3, h, w]: far off the edge, thick, inner lines mostly missing."""
    x = wobble(maps[:, None], "bilinear", reach=3.5, share=1)
    x = x * (blobs(x, 24) <= 0.9)
    x = F.max_pool2d(x, 5, 1, 2)
    x = F.avg_pool2d(x, 5, 1, 2) * 1.6
    return ((x > 0.55) * 1.0).expand(-1, 3, -1, -1)


def soft_edges(maps: Tensor) -> Tensor:
    """Line art [n, h, w] in 0..1 to broad glowing edges [n, 3, h, w] as HED draws them, some fainter than others."""
    x = F.max_pool2d(maps[:, None], 3, 1, 1)
    x = F.avg_pool2d(F.avg_pool2d(x, 5, 1, 2), 3, 1, 1) * 1.4
    return (x * (0.75 + 0.2 * blobs(x, 48)).clamp(0.3, 1)).clamp(0, 1).expand(-1, 3, -1, -1)


def depths(maps: Tensor) -> Tensor:
    """Depth [n, h, w], near is 1, as estimators and people give it: bent, smoothed, or in a few flat steps."""
    x = wobble(maps[:, None], "bilinear")
    x = x ** torch.empty_like(x[:, :1, :1, :1]).uniform_(-0.4, 0.4).exp2()
    soft = some(x, 0.4)
    x[soft] = F.avg_pool2d(x[soft], 7, 1, 3, count_include_pad=False)
    flat = some(x, 0.2)
    x[flat] = (x[flat] * 6).round() / 6
    return x.expand(-1, 3, -1, -1)


def tile(pictures: Tensor) -> Tensor:
    """Pictures [n, 3, h, w] in 0..1 without their detail: 4, 8 or 16 times smaller and enlarged again."""
    factor = int(2 ** torch.randint(2, 5, ()))
    small = F.avg_pool2d(pictures, factor)
    return F.interpolate(small, pictures.shape[-2:], mode="bilinear", align_corners=False)


def holes(pictures: Tensor) -> Tensor:
    """Pictures [n, 3, h, w] in 0..1 with -1 where they are to be painted anew: a free region or its surroundings."""
    field = blobs(pictures, 96)
    return torch.where(field > torch.empty_like(field[:, :1, :1, :1]).uniform_(-0.8, 0.8), -torch.ones(()), pictures)


def segments(classes: Tensor, palette: Tensor) -> Tensor:
    """Class numbers [n, h, w] and colours [classes, 3] in 0..1 to hints [n, 3, h, w] of exact colours."""
    moved = wobble(classes[:, None].float(), "nearest")[:, 0].long()
    return palette[moved].permute(0, 3, 1, 2)


def partly(hints: Tensor, whole: float = 0.75, none: float = 0.07) -> Tensor:
    """Blanks the whole map of some samples, and a half-plane or a free region of some others."""
    lot = torch.rand(len(hints), device=hints.device)
    keep = torch.ones_like(hints[:, :1])
    keep[lot >= 1 - none] = 0
    cut = (lot >= whole) & (lot < 1 - none)
    parted = hints[cut]
    angle = 2 * torch.pi * torch.rand(len(parted), 1, 1, 1, device=hints.device)
    y, x = _grid(hints)
    plane = y * angle.sin() + x * angle.cos() - torch.empty_like(angle).uniform_(-0.6, 0.6)
    region = torch.where(torch.rand_like(angle) < 0.5, blobs(parted, 64), plane) > 0
    keep[cut] = region.to(keep.dtype)
    return hints * keep


def some(x: Tensor, share: float) -> Tensor:
    """A random mask [n] over a batch."""
    return torch.rand(len(x), device=x.device) < share


def wobble(x: Tensor, mode: str, reach: float = 1.5, share: float = 0.5) -> Tensor:
    """Moves pixels smoothly by up to about two times reach, in a share of the samples."""
    moved = some(x, share)
    x = x.clone()
    n, _, h, w = x[moved].shape
    field = F.interpolate(torch.randn(n, 2, 9, 9, device=x.device), (h, w), mode="bilinear", align_corners=True)
    y, across = _grid(x)
    base = torch.stack([across.expand(n, 1, h, w)[:, 0], y.expand(n, 1, h, w)[:, 0]], -1)
    grid = base + field.permute(0, 2, 3, 1) * (reach * 2 / h)
    x[moved] = F.grid_sample(x[moved], grid, mode=mode, padding_mode="border", align_corners=True)
    return x


def blobs(like: Tensor, size: int) -> Tensor:
    """Smooth random field of about unit variance [n, 1, h, w] with features of that many pixels."""
    n, _, h, w = like.shape
    coarse = torch.randn(n, 1, h // size + 1, w // size + 1, device=like.device)
    return 1.5 * F.interpolate(coarse, (h, w), mode="bicubic", align_corners=True)


def _grid(x: Tensor) -> tuple[Tensor, Tensor]:
    h, w = x.shape[-2:]
    y = torch.linspace(-1, 1, h, device=x.device).reshape(1, 1, h, 1)
    return y, torch.linspace(-1, 1, w, device=x.device).reshape(1, 1, 1, w)
