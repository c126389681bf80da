"""Checkpoints that are whole or absent, never half written."""

import os
from pathlib import Path
from typing import Any

import torch


def save_state(file: Path, parts: dict[str, Any]) -> None:
    """Saves the states of modules, optimizers and clocks; replaces the file in one move."""
    states = {name: _state(part) for name, part in parts.items()}
    fresh = file.with_suffix(".partial")
    torch.save(states, fresh)
    os.replace(fresh, file)


def _state(part: Any) -> Any:
    if hasattr(part, "state_dict"):
        return part.state_dict()
    return part.state() if hasattr(part, "state") else part


def load_state(file: Path) -> dict[str, Any] | None:
    """What save_state wrote, or None where there is nothing yet."""
    return torch.load(file, map_location="cpu", weights_only=True) if file.exists() else None
