"""Data-parallel training with torchrun. On a busy CPU several one-thread processes beat one of several threads."""

import os
from collections.abc import Iterable

import torch
from torch import distributed
from torch.nn import Parameter

from .clock import Clock


def join() -> None:
    """Joins the processes that torchrun started; without torchrun this process is alone."""
    if int(os.environ.get("WORLD_SIZE", "1")) > 1:
        distributed.init_process_group("gloo")


def rank() -> int:
    return distributed.get_rank() if distributed.is_initialized() else 0


def size() -> int:
    return distributed.get_world_size() if distributed.is_initialized() else 1


def wait() -> None:
    """Returns when every process has come here."""
    if distributed.is_initialized():
        distributed.barrier()


@torch.no_grad()
def average(parameters: Iterable[Parameter], clock: Clock, samples: int) -> None:
    """Averages gradients over all processes and moves the common clock on by one step of that many samples each."""
    seconds = clock.seconds
    if distributed.is_initialized():
        grads = [p.grad for p in parameters if p.grad is not None]
        flat = torch.cat([g.flatten() for g in grads] + [grads[0].new_tensor([seconds])])
        distributed.all_reduce(flat)
        flat /= size()
        seconds = flat[-1].item()
        for grad, mean in zip(grads, flat[:-1].split([g.numel() for g in grads]), strict=True):
            grad.copy_(mean.view_as(grad))
    clock.tick(seconds, samples * size())
