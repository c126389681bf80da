"""Begins a training where a finished model stands, for a machine that lacks its checkpoints."""

import shutil
from pathlib import Path

from diffusers import AutoencoderTiny, ControlNetModel, UNet2DConditionModel
from transformers import CLIPTextModel

from . import denoiser, muon, words
from .clock import Clock
from .files import save_state

KIN = {"depth": "segments", "pose": "lineart", "tile": "segments"}  # what a control that is new learns from


def adopt(folder: Path, work: Path) -> None:
    """The model's words, weights and a new clock, each unless it is already there. What optimizers knew is lost."""
    if not (work / "tokenizer").exists():
        shutil.copytree(folder / "tokenizer", work / "tokenizer")
    if not (work / "autoencoder.pt").exists():
        save_state(work / "autoencoder.pt", {"vae": AutoencoderTiny.from_pretrained(folder / "vae")})
    if not (work / "denoiser.pt").exists():
        painting = denoiser.Painting(len(words.load(work / "tokenizer")))
        painting.text.load_state_dict(CLIPTextModel.from_pretrained(folder / "text_encoder").state_dict())
        painting.unet.load_state_dict(UNet2DConditionModel.from_pretrained(folder / "unet").state_dict())
        for name, control in painting.controls.items():
            known = folder / "controlnet" / name
            like = known if known.exists() else folder / "controlnet" / KIN[name]
            control.load_state_dict(ControlNetModel.from_pretrained(like).state_dict())
        optimizers = muon.optimizers(painting, painting.unet.conv_out, denoiser.PEAK_RATES)
        parts = {"painting": painting, "average": denoiser.Average(painting, 0), "clock": Clock(0), **optimizers}
        save_state(work / "denoiser.pt", parts)
