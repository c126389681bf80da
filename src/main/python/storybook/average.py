"""The weights that are exported: what training passed through last, on the mean."""

import torch
from torch import Tensor, nn


class Average:
    """Exponential moving average of a module's weights."""

    def __init__(self, module: nn.Module, decay: float):
        self.decay = decay
        self.weights = {k: v.detach().clone() for k, v in module.state_dict().items()}

    @torch.no_grad()
    def update(self, module: nn.Module, step: int) -> None:
        rate = 1 - min(self.decay, (1 + step) / (10 + step))
        mine, theirs = list(self.weights.values()), list(module.state_dict().values())
        floats = [i for i, weight in enumerate(mine) if weight.is_floating_point()]
        torch._foreach_lerp_([mine[i] for i in floats], [theirs[i] for i in floats], rate)

    def state_dict(self) -> dict[str, Tensor]:
        return self.weights

    def load_state_dict(self, weights: dict[str, Tensor]) -> None:
        for name, weight in weights.items():
            self.weights[name].copy_(weight)
