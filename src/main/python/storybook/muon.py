"""Muon (Jordan et al. 2024): momentum whose matrices are made orthogonal before each step. Learns in fewer steps than Adam."""

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.nn import Parameter

from . import team


def orthogonal(g: Tensor, rounds: int = 5) -> Tensor:
    """A matrix with the same singular vectors and singular values of about 1, by a Newton-Schulz iteration."""
    x = g.bfloat16() / (g.norm() + 1e-7)
    tall = x.shape[0] > x.shape[1]
    x = x.T if tall else x
    for _ in range(rounds):
        a = x @ x.T
        x = 3.4445 * x + (-4.7750 * a + 2.0315 * a @ a) @ x
    return (x.T if tall else x).to(g.dtype)


class Muon(torch.optim.Optimizer):
    """For weights of two or more dimensions; the kernel of a convolution counts as a matrix of [out, in * rows * columns].

    Steps are scaled to the size of Adam's (Liu et al. 2025), so that rates compare. Processes of a team share the work.
    """

    def __init__(self, parameters: Iterable[Parameter], lr: float, momentum: float = 0.95):
        super().__init__(parameters, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self) -> None:
        for group in self.param_groups:
            weights = [w for w in group["params"] if w.grad is not None]
            turns = [self._turn(w, group["momentum"], mine=i % team.size() == team.rank()) for i, w in enumerate(weights)]
            team.add(turns)
            for weight, turn in zip(weights, turns, strict=True):
                weight.sub_(turn, alpha=group["lr"])

    def _turn(self, weight: Parameter, momentum: float, mine: bool) -> Tensor:
        average = self.state[weight].setdefault("momentum", torch.zeros_like(weight))
        average.lerp_(weight.grad, 1 - momentum)
        if not mine:
            return torch.zeros_like(weight)
        ahead = weight.grad.lerp(average, momentum).flatten(1)
        return (0.2 * max(ahead.shape) ** 0.5 * orthogonal(ahead)).view_as(weight)


def optimizers(net: nn.Module, last: nn.Module, rates: dict[str, float]) -> dict[str, torch.optim.Optimizer]:
    """Muon for the "matrices" of a network, Adam for the "rest": its last layer, embeddings and vectors."""
    kept = [last, *(module for module in net.modules() if isinstance(module, nn.Embedding))]
    tables = {id(weight) for module in kept for weight in module.parameters()}
    matrices, rest = [], []
    for weight in net.parameters():
        (rest if weight.ndim == 1 or id(weight) in tables else matrices).append(weight)
    adam = torch.optim.AdamW(rest, rates["rest"], betas=(0.9, 0.99), weight_decay=0.0, fused=True)
    return {"matrices": Muon(matrices, rates["matrices"]), "rest": adam}
