"""Maps that a scene's list of joints or boxes is drawn into, as `SkeletonPainter` and the studio draw them."""

import math
import random

import numpy as np
from PIL import Image, ImageDraw

SIDE, FINE = 256, 4  # drawn finer, then reduced
RADIUS = 2.0  # of joints, half the width of limbs
JOINTS = "ff0000 ff5500 ffaa00 ffff00 aaff00 55ff00 00ff00 00ff55 00ffaa 00ffff 00aaff 0055ff 0000ff 5500ff aa00ff"
JOINTS = [tuple(bytes.fromhex(colour)) for colour in f"{JOINTS} ff00ff ff00aa ff0055".split()]
LIMBS = (
    "2-3 2-6 3-4 4-5 6-7 7-8 2-9 9-10 10-11 2-12 12-13 13-14 2-1 1-15 15-17 1-16 16-18"  # from 1, as OpenPose counts
)
LIMBS = [tuple(int(joint) - 1 for joint in limb.split("-")) for limb in LIMBS.split()]

Joint = tuple[float, float, int]  # x and y in 0..1 of the picture, whether it can be seen


def people(bodies: list[list[Joint]], hasty: bool) -> np.ndarray:
    """Skeletons [256, 256, 3]; where hasty, what a detector misses is missing: hidden joints, now and then a person."""
    image = Image.new("RGB", (SIDE * FINE, SIDE * FINE))
    draw = ImageDraw.Draw(image)
    for body in bodies:
        if not hasty or len(bodies) == 1 or random.random() < 0.9:
            _person(draw, body, hasty and random.random() < 0.5, 0.03 if hasty else 0)
    return np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BOX))


def _person(draw: ImageDraw.ImageDraw, body: list[Joint], only_seen: bool, lost: float) -> None:
    scale = SIDE * FINE
    points = [
        (x * scale, y * scale) if (seen or not only_seen) and random.random() >= lost else None for x, y, seen in body
    ]
    for (a, b), colour in zip(LIMBS, JOINTS, strict=False):
        if points[a] and points[b]:
            draw.polygon(_limb(points[a], points[b]), fill=tuple(c * 6 // 10 for c in colour))
    reach = RADIUS * FINE
    for point, colour in zip(points, JOINTS, strict=True):
        if point:
            x, y = point
            draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)


def _limb(a: tuple[float, float], b: tuple[float, float]) -> list[tuple[float, float]]:
    """A slim ellipse from joint to joint."""
    long, angle = math.dist(a, b) / 2, math.atan2(b[1] - a[1], b[0] - a[0])
    x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    turns = [2 * math.pi * i / 20 for i in range(20)]
    around = [(long * math.cos(t), RADIUS * FINE * math.sin(t)) for t in turns]
    c, s = math.cos(angle), math.sin(angle)
    return [(x + u * c - v * s, y + u * s + v * c) for u, v in around]


def boxes(marked: list[dict], classes: list[str], palette: np.ndarray, hasty: bool) -> np.ndarray:
    """Boxes [256, 256, 3] in the colours of their classes, large ones first: a bright frame, darker within."""
    image = Image.new("RGB", (SIDE, SIDE))
    draw = ImageDraw.Draw(image)
    for box in sorted(marked, key=lambda box: -box["w"] * box["h"]):
        if hasty and random.random() < 0.15:
            continue
        off = [random.gauss(0, 0.06) * box["w"] if hasty else 0 for _ in range(2)]
        off += [random.gauss(0, 0.06) * box["h"] if hasty else 0 for _ in range(2)]
        left, right = box["x"] + off[0], box["x"] + box["w"] + off[1]
        top, bottom = box["y"] + off[2], box["y"] + box["h"] + off[3]
        colour = palette[classes.index(box["class"])] * 255
        frame = [round(v * SIDE) for v in (left, top, max(left, right), max(top, bottom))]
        draw.rectangle(frame, tuple(map(int, colour * 0.4)), tuple(map(int, colour)), 3)
    return np.asarray(image)
