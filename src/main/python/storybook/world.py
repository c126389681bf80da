"""Scenes exported by the Java world: raw bytes in shards, one JSON line a scene."""

import json
from pathlib import Path

import numpy as np

SIDE = 256


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
        colours = json.loads((folder / "classes.json").read_text())
        self.classes = list(colours)
        self.palette = np.array([list(bytes.fromhex(c[1:])) for c in colours.values()], np.float32) / 255  # [classes, 3]
        names = [file.stem.removeprefix("scenes-") for file in scenes]
        flat = (SIDE, SIDE)
        self.pictures = Rows([folder / f"pictures-{name}.u8" for name in names], (*flat, 3))
        self.segments = Rows([folder / f"segments-{name}.u8" for name in names], flat)
        self.scribbles = Rows([folder / f"scribble-{name}.u8" for name in names], flat)
        self.lineart = Rows([folder / f"lineart-{name}.u8" for name in names], flat)
        self.depth = Rows([folder / f"depth-{name}.u8" for name in names], flat)
        self.scenes = [json.loads(line) for file in scenes for line in file.read_text().splitlines()]
        self.peopled = np.array([row for row, scene in enumerate(self.scenes) if scene["joints"]])
        self.captions = [scene["captions"] for scene in self.scenes]
        self.size = len(self.scenes)
        if self.size != len(self.pictures):
            raise SystemExit(f"{folder} has {self.size} captions but {len(self.pictures)} pictures.")
