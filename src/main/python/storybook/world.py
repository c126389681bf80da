"""Scenes exported by the Java world: raw bytes in shards, one JSON line a scene."""

import json
from pathlib import Path

import numpy as np

SIDE = 256
COLOURS = {  # StorybookPalette's classes in order
    "sky": "78b4ff", "cloud": "f0f0f8", "sun": "ffd200", "moon": "c8c8a0", "mountain": "8c6e8c", "hill": "50a05a",
    "ground": "3c7828", "water": "1450c8", "road": "a08c78", "tree": "005028", "bush": "78c800", "flower": "ff50b4",
    "house": "c83232", "fence": "8c5014", "boat": "00c8c8", "car": "6400c8", "person": "ff8c64", "cat": "ff9600",
    "dog": "966400", "bird": "00ffb4", "sheep": "dcdcbe", "castle": "5a5a78", "balloon": "ff0064", "kite": "b4ff00",
}  # fmt: skip
CLASSES = list(COLOURS)
PALETTE = np.array([list(bytes.fromhex(c)) for c in COLOURS.values()], np.float32) / 255  # [classes, 3]


class Rows:
    """Equal shards on disk that read as one array [scenes, 256, 256, ...] of bytes."""

    def __init__(self, files: list[Path], shape: tuple[int, ...]):
        maps = [np.memmap(file, np.uint8, "r") for file in files]
        self.shards = [m.reshape(-1, *shape) for m in maps]
        self.starts = np.cumsum([0, *(len(shard) for shard in self.shards)])

    def __len__(self) -> int:
        return int(self.starts[-1])

    def one(self, row: int) -> np.ndarray:
        shard = int(np.searchsorted(self.starts, row, "right")) - 1
        return self.shards[shard][row - self.starts[shard]]

    def __getitem__(self, rows: np.ndarray) -> np.ndarray:
        return np.stack([self.one(row) for row in rows])


class World:
    """All complete shards of a folder."""

    def __init__(self, folder: Path):
        scenes = sorted(folder.glob("scenes-*.jsonl"))
        if not scenes:
            raise SystemExit(f"No scenes-*.jsonl in {folder}. Export the world first, see README.md.")
        names = [file.stem.removeprefix("scenes-") for file in scenes]
        flat = (SIDE, SIDE)
        self.pictures = Rows([folder / f"pictures-{name}.u8" for name in names], (*flat, 3))
        self.segments = Rows([folder / f"segments-{name}.u8" for name in names], flat)
        self.lineart = Rows([folder / f"lineart-{name}.u8" for name in names], flat)
        self.depth = Rows([folder / f"depth-{name}.u8" for name in names], flat)
        self.scenes = [json.loads(line) for file in scenes for line in file.read_text().splitlines()]
        self.peopled = np.array([row for row, scene in enumerate(self.scenes) if scene["joints"]])
        self.captions = [scene["captions"] for scene in self.scenes]
        self.size = len(self.scenes)
        if self.size != len(self.pictures):
            raise SystemExit(f"{folder} has {self.size} captions but {len(self.pictures)} pictures.")
