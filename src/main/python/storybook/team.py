"""Data-parallel training with torchrun. On a busy CPU several one-thread processes beat one of several threads."""

import os
from collections.abc import Iterable

import torch
from torch import Tensor, distributed
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
def add(tensors: list[Tensor]) -> None:
    """Replaces each tensor by its sum over all processes."""
    if distributed.is_initialized():
        flat = torch.cat([t.flatten() for t in tensors])
        distributed.all_reduce(flat)
        for tensor, total in zip(tensors, flat.split([t.numel() for t in tensors]), strict=True):
            tensor.copy_(total.view_as(tensor))


@torch.no_grad()
def average(parameters: Iterable[Parameter], clock: Clock, samples: int) -> None:
    """Averages gradients over all processes and moves the common clock on by one step of that many samples each."""
    seconds = clock.seconds
    if distributed.is_initialized():
        grads = [p.grad for p in parameters if p.grad is not None]
        clocks = grads[0].new_tensor([seconds])
        add([*grads, clocks])
        torch._foreach_div_(grads, size())
        seconds = clocks.item() / size()
    clock.tick(seconds, samples * size())
