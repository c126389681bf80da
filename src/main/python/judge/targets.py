"""What the judge should say of scenes, at half their size."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from storybook.world import SIDE, World

from .network import PARTS

HALF = SIDE // 2
UNKNOWN = 255
COLOURS = "red orange yellow green blue purple pink white brown grey black".split()
STYLES = "flat crayon watercolour paper chalk pixel".split()
SPREAD = 1.5  # of joints, in pixels of half size
CENTRE_SPREAD = 0.08  # of the shorter side of a thing's box


@dataclass
class Truth:
    """Of n scenes. Tensors of pixels are [n, planes, h, w] or [n, h, w]."""

    pictures: Tensor  # -1..1
    lines: Tensor  # 0..1, full size
    classes: Tensor
    depth: Tensor
    joints: Tensor
    centres: Tensor
    extents: Tensor  # known where the centre is exactly 1
    colours: Tensor
    styles: Tensor  # [n]


def truth(world: World, rows: np.ndarray, crop: int, random: np.random.Generator | None) -> Truth:
    """Whole scenes, or random crops of them, half of which are mirrored."""
    parts = [_scene(world, int(row)) for row in rows]
    if random is not None:
        parts = [_cropped(part, crop, random) for part in parts]
    pictures, lines, classes, depth, joints, centres, extents, colours, style = (
        torch.from_numpy(np.stack(p)) for p in zip(*parts, strict=True)
    )
    return Truth(
        pictures.permute(0, 3, 1, 2).float() / 127.5 - 1,
        lines[..., 0].float() / 255,
        classes[..., 0].long(),
        depth[..., 0].float() / 255,
        joints.permute(0, 3, 1, 2),
        centres.permute(0, 3, 1, 2),
        extents.permute(0, 3, 1, 2),
        colours[..., 0].long(),
        style.long(),
    )


def _scene(world: World, row: int) -> list[np.ndarray]:
    """All maps [h, w, planes], the first two at full size, then the style."""
    scene, segments = world.scenes[row], world.segments.one(row)[::2, ::2]
    joints = np.zeros((HALF, HALF, PARTS["joints"]), np.float32)
    for body in scene["joints"]:
        for number, (x, y, seen) in enumerate(body):
            if seen:
                _mark(joints[..., number], x * HALF, y * HALF, SPREAD)
    centres, extents = np.zeros((HALF, HALF, 1), np.float32), np.zeros((HALF, HALF, 2), np.float32)
    colours = np.full((HALF, HALF), UNKNOWN, np.uint8)
    for box in scene["boxes"]:
        x, y, w, h = (box[key] for key in "xywh")
        spread = max(0.7, CENTRE_SPREAD * min(w, h) * HALF)
        column, line = _mark(centres[..., 0], (x + w / 2) * HALF, (y + h / 2) * HALF, spread)
        extents[line, column] = w, h
        colour = box["phrase"].split()[0]
        inside = np.s_[int(y * HALF) : int((y + h) * HALF) + 1, int(x * HALF) : int((x + w) * HALF) + 1]
        mine = segments[inside] == world.classes.index(box["class"])
        colours[inside][mine] = COLOURS.index(colour) if colour in COLOURS else UNKNOWN
    flat = [world.lineart.one(row), segments, world.depth.one(row)[::2, ::2]]
    maps = [world.pictures.one(row), *(plane[..., None] for plane in flat), joints, centres, extents, colours[..., None]]
    return [*maps, np.array(STYLES.index(scene["style"]))]


def _mark(plane: np.ndarray, x: float, y: float, spread: float) -> tuple[int, int]:
    """Raises a plane to a bell around a point; exactly 1 in its pixel, which is returned."""
    column, line = (min(max(int(v), 0), HALF - 1) for v in (x, y))
    reach = int(3 * spread) + 1
    top, left = max(0, line - reach), max(0, column - reach)
    part = plane[top : line + reach + 1, left : column + reach + 1]
    rows, columns = np.ogrid[top : top + part.shape[0], left : left + part.shape[1]]
    bell = np.exp(-((rows - line) ** 2 + (columns - column) ** 2) / (2 * spread**2))
    np.maximum(part, bell.astype(np.float32), out=part)
    return column, line


MIRRORED = [0, 1, 5, 6, 7, 2, 3, 4, 11, 12, 13, 8, 9, 10, 15, 14, 17, 16]  # left and right joints change places


def _cropped(maps: list[np.ndarray], crop: int, random: np.random.Generator) -> list[np.ndarray]:
    top, left = 2 * random.integers(0, (SIDE - crop) // 2 + 1, 2)
    mirrored = random.random() < 0.5
    parts = []
    for number, plane in enumerate(maps[:-1]):
        scale = 1 if number < 2 else 2
        part = plane[top // scale : (top + crop) // scale, left // scale : (left + crop) // scale]
        part = part[:, ::-1] if mirrored else part
        if mirrored and part.shape[-1] == len(MIRRORED):
            part = part[..., MIRRORED]
        parts.append(np.ascontiguousarray(part))
    return [*parts, maps[-1]]
