"""Distils a student of few steps out of the trained U-Net, as a low-rank patch that needs no guidance.

Target-driven distillation (Wang et al. 2024): the student learns to jump from any time straight to those earlier times at
which a sampler of four to eight steps stops, so that the jump from both ends of one guided step of the teacher lands alike.
"""

import copy
from pathlib import Path

import numpy as np
import torch
from diffusers.models.attention_processor import AttnProcessor
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn.utils import parametrize
from transformers import CLIPTokenizer

from . import denoiser, networks, team
from .average import Average
from .clock import Clock, Journal
from .denoiser import NOISES, SCENES, Batches, Painting
from .files import load_state, save_state
from .world import World

RANK = 12
PEAK_RATE = 1e-3
GRID = 50  # times of the teacher's steps
STRIDE = 1000 // GRID
GUIDANCE = 4.0  # of the teacher; the student answers so by itself
STEPS = range(4, 9)  # step counts of the samplers whose stops are targets
SHRINK = 0.3  # of a target time, so that samplers may go below it and add noise
REACH = 260  # how far below the teacher's step a target may lie


class LowRank(nn.Module):
    """Adds the product of two slim factors to a weight; nothing at first."""

    def __init__(self, weight: Tensor):
        super().__init__()
        out, wide = weight.shape[0], weight[0].numel()
        rank = min(RANK, out, wide)
        self.down = nn.Parameter(torch.randn(rank, wide) / wide**0.5)
        self.up = nn.Parameter(torch.zeros(out, rank))
        self.shape = weight.shape

    def forward(self, weight: Tensor) -> Tensor:
        return weight + (self.up @ self.down).view(self.shape)


def patch(unet: nn.Module) -> nn.Module:
    """A copy whose layers within blocks learn; all else is frozen."""
    student = copy.deepcopy(unet).requires_grad_(False)
    for name, module in list(student.named_modules()):
        if isinstance(module, nn.Linear | nn.Conv2d) and "_block" in name:
            parametrize.register_parametrization(module, "weight", LowRank(module.weight))
    return student


def factors(student: nn.Module) -> dict[str, LowRank]:
    """Patches by the paths of their layers."""
    return {
        name: module.parametrizations["weight"][0]
        for name, module in student.named_modules()
        if parametrize.is_parametrized(module)
    }


def export(student: nn.Module, file: Path) -> None:
    """One LoRA file with kohya's names, in half precision."""
    tensors = {}
    for name, factor in factors(student).items():
        key = "lora_unet_" + name.replace(".", "_")
        spatial = factor.shape[2:]
        down = factor.down.view(-1, *factor.shape[1:])
        tensors[key + ".lora_down.weight"] = down.half().contiguous()
        tensors[key + ".lora_up.weight"] = factor.up.view(*factor.up.shape, *[1] * len(spatial)).half().contiguous()
        tensors[key + ".alpha"] = torch.tensor(float(len(factor.down))).half()
    facts = {"ss_network_module": "networks.lora", "modelspec.title": "Storybook, few steps", "ss_network_dim": str(RANK)}
    save_file(tensors, file, metadata={**facts, "ss_base_model_version": "storybook"})


def targets() -> Tensor:
    """Times at which samplers of few steps stop, ascending; 0 is one of them."""
    grid = np.arange(GRID)[::-1] * STRIDE + STRIDE - 1
    stops = {int(grid[int(i)]) for n in STEPS for i in np.linspace(0, GRID, n, endpoint=False)}
    return torch.tensor(sorted({0} | stops - {max(stops)}))


class Curve:
    """The scheduler's own curve: from velocities to clean estimate and noise, and along the trajectory."""

    def __init__(self, device: torch.device):
        kept = networks.scheduler().alphas_cumprod.to(device)
        self.alpha, self.sigma = kept.sqrt(), (1 - kept).sqrt()

    def at(self, t: Tensor) -> tuple[Tensor, Tensor]:
        return self.alpha[t, None, None, None], self.sigma[t, None, None, None]

    def parts(self, x: Tensor, velocity: Tensor, t: Tensor) -> tuple[Tensor, Tensor]:
        a, s = self.at(t)
        return a * x - s * velocity, s * x + a * velocity

    def mix(self, clean: Tensor, noise: Tensor, t: Tensor) -> Tensor:
        a, s = self.at(t)
        return a * clean + s * noise


class Lesson:
    """Teacher, student, and what one must learn of the other."""

    def __init__(self, painting: Painting, device: torch.device):
        self.painting = painting.to(device).requires_grad_(False).train()  # nothing drops out; hints serve all noises
        self.student = patch(painting.unet).to(device)
        if device.type == "cpu":
            self.student.set_attn_processor(AttnProcessor())
        self.curve = Curve(device)
        self.targets = targets().to(device)

    def times(self, n: int) -> tuple[Tensor, Tensor, Tensor]:
        """Where the teacher's step begins and ends, and where the student jumps to, n of each."""
        device = self.targets.device
        order = (torch.randperm(n, device=device) + torch.rand(n, device=device)) / n
        t = (order * GRID).long() * STRIDE + STRIDE - 1
        after = (t - STRIDE).clamp(min=0)
        below = (self.targets <= after[:, None]) & (self.targets >= self._last(after)[:, None] - REACH)
        target = self.targets[torch.multinomial(below.float(), 1)[:, 0]]
        shrunk = (target * (1 - SHRINK * torch.rand(n, device=device))).long()
        return t, after, shrunk

    def _last(self, after: Tensor) -> Tensor:
        return self.targets[(self.targets <= after[:, None]).sum(1) - 1]

    def loss(self, clean: Tensor, ids: Tensor, empty: Tensor, maps: dict[str, Tensor]) -> Tensor:
        """Of every sample [n]: how far the student's jumps from both ends of the teacher's step are apart."""
        t, after, target = self.times(len(clean))
        x = self.curve.mix(clean, torch.randn_like(clean), t)
        words = self.painting.words(ids)
        obeying = self.painting.obeying(x, t, words, maps)
        with torch.no_grad():
            there = self._guided(x, t, words, self.painting.words(empty), obeying, after)
            aim = self._jump(there, after, words, self.painting.obeying(there, after, words, maps), target)
        landed = self._jump(x, t, words, obeying, target)
        return ((landed - aim).square() + 1e-6).sqrt().sub(1e-3).mean((1, 2, 3))

    def _guided(self, x: Tensor, t: Tensor, words: Tensor, none: Tensor, obeying: dict, after: Tensor) -> Tensor:
        told = self.painting.unet(x, t, words, **obeying).sample.float()
        untold = self.painting.unet(x, t, none, **obeying).sample.float()
        clean, noise = self.curve.parts(x, untold + GUIDANCE * (told - untold), t)
        return self.curve.mix(clean, noise, after)

    def _jump(self, x: Tensor, t: Tensor, words: Tensor, obeying: dict, target: Tensor) -> Tensor:
        clean, noise = self.curve.parts(x, self.student(x, t, words, **obeying).sample.float(), t)
        return self.curve.mix(clean, noise, target)


def train(
    world: World, latents: np.ndarray, tokenizer: CLIPTokenizer, work: Path, minutes: float, device: torch.device
) -> None:
    """Teaches until the budget is spent; the teacher is the averaged model of the stage before."""
    lesson = Lesson(denoiser.load(work, len(tokenizer)), device)
    learning = nn.ModuleList(factors(lesson.student).values())
    optimizer = torch.optim.Adam(learning.parameters(), PEAK_RATE, betas=(0.9, 0.95))
    average = Average(learning, 0.99)
    state = load_state(work / "student.pt")
    if state:
        learning.load_state_dict(state["learning"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
    clock, journal = Clock(minutes, state and state["clock"]), Journal(work / "student.csv", team.rank() > 0)
    batches = Batches(world, latents, tokenizer, device, [7, clock.step, team.rank()])
    empty = batches.empty.expand(SCENES, -1).to(device)
    while clock.progress < 1:
        clean, ids, maps = batches.draw()
        with torch.autocast(device.type, torch.bfloat16):
            losses = lesson.loss(clean.repeat_interleave(NOISES, 0), ids, empty, maps)
        optimizer.param_groups[0]["lr"] = clock.rate(PEAK_RATE, warm_up=50)
        optimizer.zero_grad(set_to_none=True)
        losses.mean().backward()
        team.average(learning.parameters(), clock, SCENES * NOISES)
        nn.utils.clip_grad_norm_(learning.parameters(), 1.0)
        optimizer.step()
        average.update(learning, clock.step)
        journal.add(clock, apart=losses.mean().item())
        if team.rank() == 0 and (clock.step % 100 == 0 or clock.progress == 1):
            save_state(
                work / "student.pt",
                {"learning": learning, "average": average, "optimizer": optimizer, "clock": clock},
            )


def load(work: Path, painting: Painting) -> nn.Module | None:
    """The averaged student so far, or none."""
    state = load_state(work / "student.pt")
    if not state:
        return None
    student = patch(painting.unet)
    nn.ModuleList(factors(student).values()).load_state_dict(state["average"])
    return student
