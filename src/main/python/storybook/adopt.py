"""Begins a training where a finished model stands, for a machine that lacks its checkpoints."""

import shutil
from pathlib import Path

import torch
from diffusers import AutoencoderTiny, ControlNetModel, UNet2DConditionModel
from torch import Tensor, nn
from transformers import CLIPTextModel, CLIPTokenizer

from . import autoencoder, denoiser, muon, networks, words
from .average import Average
from .clock import Clock
from .files import save_state
from .world import World

KIN = {"depth": "segments", "pose": "lineart", "tile": "segments"}  # what a control that is new learns from


def adopt(folder: Path, world: World, work: Path) -> None:
    """The model's words, weights and a new clock, each unless it is already there. What optimizers knew is lost.

    Where words have been learned anew, each begins as the mean of the pieces that the model read it in. Where latents have
    more channels now, the first are the model's, and nothing is known of the others.
    """
    if not (work / "tokenizer").exists():
        shutil.copytree(folder / "tokenizer", work / "tokenizer")
    if not (work / "autoencoder.pt").exists():
        vae = AutoencoderTiny.from_pretrained(folder / "vae")
        if vae.config.latent_channels == networks.LATENT_CHANNELS:
            save_state(work / "autoencoder.pt", {"vae": vae})
        else:
            autoencoder.prepare(world, work, vae)
    if not (work / "denoiser.pt").exists():
        known, wanted = words.load(folder / "tokenizer"), words.load(work / "tokenizer")
        painting = denoiser.Painting(len(wanted))
        text = CLIPTextModel.from_pretrained(folder / "text_encoder").state_dict()
        embedding = next(name for name in text if name.endswith("token_embedding.weight"))
        text[embedding] = translated(text[embedding], known, wanted)
        painting.text.load_state_dict(text)
        _load(painting.unet, UNet2DConditionModel.from_pretrained(folder / "unet"))
        for name, control in painting.controls.items():
            own = folder / "controlnet" / name
            like = own if own.exists() else folder / "controlnet" / KIN[name]
            _load(control, ControlNetModel.from_pretrained(like))
        optimizers = muon.optimizers(painting, painting.unet.conv_out, denoiser.PEAK_RATES)
        parts = {"painting": painting, "average": Average(painting, 0), "clock": Clock(0), **optimizers}
        save_state(work / "denoiser.pt", parts)


@torch.no_grad()
def _load(module: nn.Module, model: nn.Module) -> None:
    """All weights; where the module's are larger, the rest is zero."""
    learned = model.state_dict()
    for name, weight in module.state_dict().items():
        weight.zero_()
        weight[tuple(slice(n) for n in learned[name].shape)] = learned[name]


def translated(embedding: Tensor, known: CLIPTokenizer, wanted: CLIPTokenizer) -> Tensor:
    """Rows of the wanted vocabulary [words, width], from those of the known one."""
    vocabulary = known.get_vocab()
    rows = {}
    for token, number in wanted.get_vocab().items():
        pieces = [vocabulary[token]] if token in vocabulary else known.encode(token.removesuffix("</w>"))[1:-1]
        rows[number] = embedding[pieces].mean(0)
    return torch.stack([rows[number] for number in range(len(rows))])
