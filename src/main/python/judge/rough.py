"""Makes exact pictures look as if a generator had painted them, so that the judge is not brittle."""

import torch
from diffusers import AutoencoderTiny
from torch import Tensor
from torch.nn import functional as F

from .network import read


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
