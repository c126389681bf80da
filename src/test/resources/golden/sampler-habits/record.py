"""Records where the reference's samplers end with settings that golden/samplers does not try: spacings, predictions, wished sigmas.

Command: python record.py   (needs torch, diffusers, scipy; only to record, never to build, test or run)

Reads cases.json beside it and writes expected.safetensors in the form of golden/samplers, from the same start and noise.
"""
import json
import math
import os
import sys

import diffusers
import torch
from safetensors.torch import load_file, save_file

HERE = os.path.dirname(os.path.abspath(__file__))
DRAWS = 10


def main():
    recorded = load_file(os.path.join(HERE, "..", "samplers", "expected.safetensors"))
    init, noise = recorded["init"], recorded["noise"][:DRAWS]
    expected = {"init": init, "noise": noise}
    with open(os.path.join(HERE, "cases.json")) as file:
        cases = json.load(file)
    for name, case in cases.items():
        scheduler = getattr(diffusers, case["cls"])(**case["config"])
        feed = iter(noise)
        for module in list(sys.modules.values()):
            if getattr(module, "__name__", "").startswith("diffusers.schedulers.") and hasattr(module, "randn_tensor"):
                module.randn_tensor = lambda *given, feed=feed, **named: next(feed)
        steps = 3 if case["cls"] in ("LCMScheduler", "TCDScheduler") else 5
        scheduler.set_timesteps(steps)
        x = init * scheduler.init_noise_sigma
        for t in scheduler.timesteps:
            given = scheduler.scale_model_input(x, t)
            output = torch.tanh(given) * math.cos(float(t) / 300) + 0.1 * given
            x = scheduler.step(output, t, x).prev_sample
        expected[f"{name}.{steps}.final"] = x.float().contiguous()
        expected[f"{name}.{steps}.timesteps"] = scheduler.timesteps.double().contiguous()
        if hasattr(scheduler, "sigmas"):
            expected[f"{name}.{steps}.sigmas"] = scheduler.sigmas.double().contiguous()
    save_file(expected, os.path.join(HERE, "expected.safetensors"))


if __name__ == "__main__":
    main()
