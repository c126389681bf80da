"""Writes the standard diffusers folder, weights in half precision."""

import json
import os
import shutil
from pathlib import Path

import diffusers

from . import autoencoder, denoiser, networks, student, words

PARTS = {
    "feature_extractor": [None, None],
    "image_encoder": [None, None],
    "safety_checker": [None, None],
    "scheduler": ["diffusers", "DDIMScheduler"],
    "text_encoder": ["transformers", "CLIPTextModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
    "unet": ["diffusers", "UNet2DConditionModel"],
    "vae": ["diffusers", "AutoencoderTiny"],
}


def export(work: Path, edition: str, folder: Path) -> None:
    """Replaces the folder's contents as a whole; the model card, if there is one, is kept."""
    fresh, old = folder.with_name(folder.name + ".partial"), folder.with_name(folder.name + ".old")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(work / "tokenizer", fresh / "tokenizer")
    painting = denoiser.load(work, len(words.load(work / "tokenizer")))
    few_steps = student.load(work, painting)
    if few_steps:
        (fresh / "lora").mkdir()
        student.export(few_steps, fresh / "lora" / "few-steps.safetensors")
    painting.half()
    for name, control in painting.controls.items():
        control.register_to_config(sinopia_kinds=list(networks.CONTROLS[name]))
        control.save_pretrained(fresh / "controlnet" / name)
    painting.unet.save_pretrained(fresh / "unet")
    painting.text.save_pretrained(fresh / "text_encoder")
    autoencoder.load(work).half().save_pretrained(fresh / "vae")
    networks.scheduler().save_pretrained(fresh / "scheduler")
    index = {"_class_name": "StableDiffusionPipeline", "_diffusers_version": diffusers.__version__, **PARTS}
    index["sinopia_edition"] = edition
    (fresh / "model_index.json").write_text(json.dumps(index, indent=2) + "\n")
    card = folder / "MODEL_CARD.md"
    if card.exists():
        shutil.copy(card, fresh)
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        os.replace(folder, old)
    os.replace(fresh, folder)
    shutil.rmtree(old, ignore_errors=True)
