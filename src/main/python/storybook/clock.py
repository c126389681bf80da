"""Schedules by wall clock, so that a run ends annealed whatever the machine's speed, and resumes where it stopped."""

import csv
import math
import time
from pathlib import Path


class Clock:
    """Time spent on one stage, over all runs of it."""

    def __init__(self, minutes: float, state: dict | None = None):
        state = state or {}
        self.budget = 60 * minutes
        self.spent = float(state.get("spent", 0.0))
        self.step = int(state.get("step", 0))
        self.samples = int(state.get("samples", 0))
        self.started = time.monotonic()
        self.agreed = self.spent

    @property
    def seconds(self) -> float:
        """As this process sees it; the schedule follows what all processes agreed on at the last tick."""
        return self.spent + time.monotonic() - self.started

    @property
    def progress(self) -> float:
        """0 at the start, 1 when the budget is used up."""
        return min(1.0, self.agreed / self.budget)

    def rate(self, peak: float, warm_up: int = 150) -> float:
        """Learning rate: linear warm-up in steps, then a cosine over the time budget down to 1 % of the peak."""
        cosine = 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * self.progress))
        return peak * min(1.0, (self.step + 1) / warm_up) * cosine

    def tick(self, seconds: float, samples: int) -> None:
        self.agreed = seconds
        self.step += 1
        self.samples += samples

    def state(self) -> dict:
        return {"spent": self.agreed, "step": self.step, "samples": self.samples}


class Journal:
    """Prints mean losses now and then, and keeps them as CSV; a quiet one does neither."""

    def __init__(self, file: Path, quiet: bool, every: int = 100):
        self.file = file
        self.every = every
        self.quiet = quiet
        self.sums: dict[str, float] = {}
        self.count = 0

    def add(self, clock: Clock, **losses: float) -> None:
        for name, loss in losses.items():
            self.sums[name] = self.sums.get(name, 0.0) + loss
        self.count += 1
        if self.count == self.every and not self.quiet:
            self._write(clock)

    def _write(self, clock: Clock) -> None:
        means = {name: total / self.count for name, total in self.sums.items()}
        row = {"step": clock.step, "samples": clock.samples, "seconds": round(clock.agreed), **means}
        print(self.file.stem, " ".join(f"{k} {v:.4g}" for k, v in row.items()), flush=True)
        fresh = not self.file.exists()
        with self.file.open("a", newline="") as out:
            writer = csv.DictWriter(out, row.keys())
            if fresh:
                writer.writeheader()
            writer.writerow(row)
        self.sums, self.count = {}, 0
