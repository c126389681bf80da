"""Trains the U-Net, its text encoder and its ControlNets together on cached latents."""

from pathlib import Path

import numpy as np
import torch
from diffusers.models.attention_processor import AttnProcessor
from torch import Tensor, nn
from transformers import CLIPTokenizer

from . import muon, networks, team
from .average import Average
from .clock import Clock, Journal
from .controls import mixed
from .files import load_state, save_state
from .world import World

SCENES = 10  # in each process
PLAIN = 3  # of these without a map
MAPPED = {"lineart": 1, "segments": 2, "depth": 1, "pose": 2, "tile": 1}  # the others, by network
NOISES = 3  # of every scene in a batch: reading words and maps costs as much as painting, and is done once for all
PEAK_RATES = {"matrices": 2.5e-3, "rest": 8e-4}  # of Muon and of Adam
CAPTION_DROP = 0.1
CONTROL_CAPTION_DROP = 0.3  # so that a drawing alone is obeyed too


class Noising:
    """Mixes latents with noise on the scheduler's own curve and says what the network should answer."""

    def __init__(self, device: torch.device):
        kept = networks.scheduler().alphas_cumprod.to(device)
        self.alpha, self.sigma = kept.sqrt(), (1 - kept).sqrt()
        snr = kept / (1 - kept)
        self.weight = (snr.clamp(max=5) + 1) / (snr + 1)  # min-SNR 5 for velocities; stays 1 where there is only noise

    def mix(self, clean: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Noisy latents, timesteps spread evenly over the batch, and velocities."""
        n = len(clean)
        t = ((torch.randperm(n, device=clean.device) + torch.rand(n, device=clean.device)) / n * 1000).long()
        a, s = self.alpha[t, None, None, None], self.sigma[t, None, None, None]
        eps = torch.randn_like(clean)
        return a * clean + s * eps, t, a * eps - s * clean

    def losses(self, answer: Tensor, velocity: Tensor, t: Tensor) -> Tensor:
        return (answer.float() - velocity).square().mean((1, 2, 3)) * self.weight[t]


def tokenize(tokenizer: CLIPTokenizer, texts: list[str]) -> Tensor:
    """Token numbers [n, 48], padded with the end token."""
    rows = tokenizer(texts, padding="max_length", max_length=networks.TOKENS, truncation=True)
    return torch.tensor(rows["input_ids"])


class Painting(nn.Module):
    """All networks that learn to paint: text encoder, U-Net, and the ControlNets."""

    def __init__(self, vocabulary: int):
        super().__init__()
        self.text = networks.text_encoder(vocabulary)
        self.unet = networks.unet()
        self.controls = nn.ModuleDict({name: networks.controlnet() for name in networks.CONTROLS})
        for control in self.controls.values():
            read = control.controlnet_cond_embedding.to(memory_format=torch.channels_last)  # twice as fast on a CPU
            read.register_forward_hook(_for_all_noises)

    def forward(self, x: Tensor, t: Tensor, ids: Tensor, maps: dict[str, Tensor]) -> Tensor:
        """Velocities of x [scenes * NOISES, ...], scene by scene, for tokens [scenes, 48] and hints [n, 3, 256, 256].

        The last scenes obey the maps, network by network; the scenes before them have none.
        """
        words = self.words(ids)
        return self.unet(x, t, words, **self.obeying(x, t, words, maps)).sample

    def words(self, ids: Tensor) -> Tensor:
        """What the U-Net reads [scenes * NOISES, 48, width]."""
        return self.text(ids).last_hidden_state.repeat_interleave(NOISES, 0)

    def obeying(self, x: Tensor, t: Tensor, words: Tensor, maps: dict[str, Tensor]) -> dict[str, Tensor]:
        """What the ControlNets add, as arguments of the U-Net."""
        begin = plain = len(x) - NOISES * sum(len(hint) for hint in maps.values())
        residuals = []
        for name, hint in maps.items():
            part = slice(begin, begin + NOISES * len(hint))
            down, mid = self.controls[name](x[part], t[part], words[part], hint, return_dict=False)
            residuals.append([*down, mid])
            begin = part.stop
        joined = [torch.cat([r[0].new_zeros(plain, *r[0].shape[1:]), *r]) for r in zip(*residuals, strict=True)]
        return {"down_block_additional_residuals": joined[:-1], "mid_block_additional_residual": joined[-1]}


def _for_all_noises(module: nn.Module, given: tuple[Tensor, ...], hints: Tensor) -> Tensor | None:
    """While a ControlNet learns, every hint that was read serves all noises of its scene."""
    return hints.repeat_interleave(NOISES, 0) if module.training else None


def load(work: Path, vocabulary: int) -> Painting:
    """The averaged weights so far, frozen."""
    painting = Painting(vocabulary)
    state = load_state(work / "denoiser.pt")
    if state:
        painting.load_state_dict(state["average"])
    return painting.eval().requires_grad_(False)


class Batches:
    """Endless random training batches on one device."""

    def __init__(
        self, world: World, latents: np.ndarray, tokenizer: CLIPTokenizer, device: torch.device, seed: list[int]
    ):
        self.world, self.latents, self.device = world, latents, device
        self.random = np.random.default_rng(seed)
        self.tokens = [tokenize(tokenizer, list(texts)) for texts in zip(*world.captions, strict=True)]
        self.empty = tokenize(tokenizer, [""])
        drops = [CAPTION_DROP] * PLAIN + [CONTROL_CAPTION_DROP] * (SCENES - PLAIN)
        self.drop = torch.tensor(drops)[:, None]

    def draw(self) -> tuple[Tensor, Tensor, dict[str, Tensor]]:
        """Clean latents [n, 24, 16, 16], tokens [n, 48], and hints for the last rows, network by network."""
        rows = self.random.integers(0, self.world.size, SCENES)
        posed = self._groups(np.arange(PLAIN, SCENES))[list(networks.CONTROLS).index("pose")]
        rows[posed] = self.random.choice(self.world.peopled, len(posed))
        clean = torch.from_numpy(self.latents[rows]).float().to(self.device)
        caption = self.tokens[self.random.integers(len(self.tokens))][rows]
        ids = torch.where(torch.rand(SCENES, 1) < self.drop, self.empty, caption).to(self.device)
        maps = {
            name: mixed(kinds, self.world, group, self.device).contiguous(memory_format=torch.channels_last)
            for (name, kinds), group in zip(networks.CONTROLS.items(), self._groups(rows[PLAIN:]), strict=True)
        }
        return clean, ids, maps

    @staticmethod
    def _groups(rows: np.ndarray) -> list[np.ndarray]:
        """Rows with maps, network by network."""
        return np.split(rows, np.cumsum([MAPPED[name] for name in networks.CONTROLS])[:-1])


def train(
    world: World, latents: np.ndarray, tokenizer: CLIPTokenizer, work: Path, minutes: float, device: torch.device
) -> None:
    """All networks together: where time is short, every sample should teach the U-Net, and with it the controls."""
    painting = Painting(len(tokenizer)).to(device)
    if device.type == "cpu":
        painting.unet.set_attn_processor(AttnProcessor())  # the fused kernel's backward pass is slow for narrow heads
    optimizers = muon.optimizers(painting, painting.unet.conv_out, PEAK_RATES)
    average = Average(painting, 0.998)
    state = load_state(work / "denoiser.pt")
    if state:
        painting.load_state_dict(state["painting"])
        average.load_state_dict(state["average"])
        for name, optimizer in optimizers.items():
            optimizer.load_state_dict(state[name])
    clock, journal = Clock(minutes, state and state["clock"]), Journal(work / "denoiser.csv", team.rank() > 0)
    parts = {"painting": painting, "average": average, "clock": clock, **optimizers}
    noising = Noising(device)
    batches = Batches(world, latents, tokenizer, device, [clock.step, team.rank()])
    while clock.progress < 1:
        clean, ids, maps = batches.draw()
        x, t, velocity = noising.mix(clean.repeat_interleave(NOISES, 0))
        with torch.autocast(device.type, torch.bfloat16):
            answer = painting(x, t, ids, maps)
        losses = noising.losses(answer, velocity, t)
        for name, optimizer in optimizers.items():
            optimizer.param_groups[0]["lr"] = clock.rate(PEAK_RATES[name])
        painting.zero_grad(set_to_none=True)
        losses.mean().backward()
        team.average(painting.parameters(), clock, SCENES * NOISES)
        nn.utils.clip_grad_norm_(painting.parameters(), 1.0)
        for optimizer in optimizers.values():
            optimizer.step()
        average.update(painting, clock.step)
        journal.add(clock, **_by_network(losses.detach()))
        if team.rank() == 0 and (clock.step % 200 == 0 or clock.progress == 1):
            save_state(work / "denoiser.pt", parts)


def _by_network(losses: Tensor) -> dict[str, float]:
    sizes = [PLAIN, *(MAPPED[name] for name in networks.CONTROLS)]
    parts = losses.split([NOISES * size for size in sizes])
    return {name: part.mean().item() for name, part in zip(["plain", *networks.CONTROLS], parts, strict=True)}
