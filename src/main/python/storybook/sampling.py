"""DDIM with classifier-free guidance, and contact sheets to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from diffusers import AutoencoderTiny, ControlNetModel, UNet2DConditionModel
from PIL import Image
from torch import Tensor
from transformers import CLIPTextModel, CLIPTokenizer

from . import networks
from .denoiser import tokenize


@dataclass
class Painter:
    """The trained networks, ready to paint."""

    vae: AutoencoderTiny
    unet: UNet2DConditionModel
    text: CLIPTextModel
    tokenizer: CLIPTokenizer

    @torch.no_grad()
    def latents(
        self,
        prompts: Sequence[str],
        start: Tensor,
        control: ControlNetModel | None = None,
        hint: Tensor | None = None,
        guidance: float = 4.0,
        steps: int = 20,
    ) -> Tensor:
        """Walks from noise [n, 24, h, w] to clean latents, with an optional control and its hint [n, 3, 16h, 16w]."""
        ids = tokenize(self.tokenizer, [*prompts, *[""] * len(prompts)]).to(start.device)
        words = self.text(ids).last_hidden_state
        scheduler = networks.scheduler()
        scheduler.set_timesteps(steps)
        x = start
        for t in scheduler.timesteps:
            pair = torch.cat([x, x])
            extra = {}
            if control is not None:
                down, mid = control(pair, t, words, torch.cat([hint, hint]), return_dict=False)
                extra = {"down_block_additional_residuals": down, "mid_block_additional_residual": mid}
            with_words, without = self.unet(pair, t, words, **extra).sample.chunk(2)
            x = scheduler.step(without + guidance * (with_words - without), t, x).prev_sample
        return x

    @torch.no_grad()
    def pictures(self, latents: Tensor) -> np.ndarray:
        """Bytes [n, h, w, 3]."""
        return to_bytes(self.vae.decode(latents).sample)


def to_bytes(x: Tensor) -> np.ndarray:
    """[n, 3, h, w] in -1..1 to bytes [n, h, w, 3]."""
    return x.add(1).mul(127.5).round().clamp(0, 255).byte().permute(0, 2, 3, 1).cpu().numpy()


def noise(count: int, seed: int) -> Tensor:
    """Unit noise from NumPy's generator, the same on every machine."""
    shape = (count, networks.LATENT_CHANNELS, networks.LATENT, networks.LATENT)
    return torch.from_numpy(np.random.default_rng(seed).standard_normal(shape, np.float32))


def sheet(rows: Sequence[np.ndarray], file: Path) -> None:
    """Rows of pictures [n, h, w, 3] as one PNG."""
    Image.fromarray(np.concatenate([np.concatenate(list(row), 1) for row in rows])).save(file)
