#!/usr/bin/env python3
"""Draws the two example control maps: a cottage beside a tall tree, as line art and as segments."""

import math
import random
import sys
from pathlib import Path

from PIL import Image, ImageDraw

SIDE, FINE = 256, 4  # drawn four times finer, then reduced
LINE = 1.7  # width of the world's own line art in pixels

Point = tuple[float, float]
Shape = tuple[str, list[Point], bool]  # palette colour, outline, closed


def wavy(points: list[Point], closed: bool, amount: float = 0.7) -> list[Point]:
    """The outline in small steps, each a little off, as a hand draws it."""
    hand = random.Random(len(points) + int(points[0][0]))
    ends = points[1:] + points[:1] if closed else points[1:]
    drawn = []
    for (x, y), (u, v) in zip(points, ends, strict=False):
        count = max(1, round(math.hypot(u - x, v - y) / 9))
        for i in range(count):
            t = i / count
            drawn.append((x + t * (u - x) + hand.gauss(0, amount) / 2, y + t * (v - y) + hand.gauss(0, amount) / 2))
    return drawn if closed else [*drawn, points[-1]]


def blob(x: float, y: float, wide: float, high: float, bumps: int = 0) -> list[Point]:
    """An ellipse, or a crown of leaves with bumps."""
    angles = [2 * math.pi * i / 48 for i in range(48)]
    swell = [1 + 0.05 * math.cos(bumps * a) if bumps else 1 for a in angles]
    return [(x + wide * s * math.cos(a), y + high * s * math.sin(a)) for a, s in zip(angles, swell, strict=True)]


def box(x: float, y: float, wide: float, high: float) -> list[Point]:
    return [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)]


def window(x: float, y: float) -> list[Shape]:
    middle = [("c83232", [(x + 10, y), (x + 10, y + 20)], False), ("c83232", [(x, y + 10), (x + 20, y + 10)], False)]
    return [("c83232", box(x, y, 20, 20), True), *middle]


def scene() -> list[Shape]:
    """From back to front."""
    hill = [(-20, 152), (50, 143), (110, 150), (180, 140), (276, 149)]
    ground = [(-20, 170), (276, 168)]
    return [
        ("50a05a", [*hill, (276, 300), (-20, 300)], True),
        ("3c7828", [*ground, (276, 300), (-20, 300)], True),
        ("ffd200", blob(52, 52, 19, 19), True),
        ("005028", [(204, 216), (206, 150), (218, 150), (220, 216)], True),
        ("005028", blob(212, 108, 34, 56, 9), True),
        ("c83232", box(128, 72, 14, 36), True),
        ("c83232", box(60, 132, 102, 80), True),
        ("c83232", [(46, 134), (72, 84), (150, 84), (176, 134)], True),
        ("c83232", box(100, 166, 24, 46), True),
        *window(72, 150),
        *window(132, 150),
    ]


def line_art() -> Image.Image:
    image = Image.new("L", (SIDE * FINE, SIDE * FINE))
    draw = ImageDraw.Draw(image)
    for _, points, closed in scene():
        outline = [(x * FINE, y * FINE) for x, y in wavy(points, closed)]
        if closed:
            draw.polygon(outline, fill=0)
            outline.append(outline[0])
        draw.line(outline, fill=255, width=round(LINE * FINE), joint="curve")
    return image.resize((SIDE, SIDE), Image.Resampling.BOX)


def segments() -> Image.Image:
    image = Image.new("RGB", (SIDE, SIDE), "#78b4ff")
    draw = ImageDraw.Draw(image)
    for colour, points, closed in scene():
        if closed:
            draw.polygon(wavy(points, True), fill="#" + colour)
    return image


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    line_art().convert("RGB").save(folder / "cottage-lineart.png", optimize=True)
    segments().save(folder / "cottage-segments.png", optimize=True)
