"""The judge: one small network that reads a picture of the storybook world pixel by pixel.

An AutoencoderTiny whose decoder stops at half the picture's size. Its planes are, in this order: a logit of every class; logits of
line art for the four pixels that each of its pixels covers (row by row); depth, 0 far and 1 near; logits of the 18 joints
of COCO being here; a logit of a thing's centre being here, and that thing's width and height as fractions of the picture's;
logits of the 11 colours that a thing can be called; logits of the 6 styles.
"""

from dataclasses import dataclass

import torch
from diffusers import AutoencoderTiny
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH = 48
MOMENTUM = 0.02
HIDDEN = -2.2  # logit of joints and centres before anything is known
PARTS = {"lines": 4, "depth": 1, "joints": 18, "centres": 1, "extents": 2, "colours": 11, "styles": 6}  # after the classes


@dataclass
class Reading:
    """What the network says of pictures, [n, planes, h/2, w/2] each."""

    classes: Tensor
    lines: Tensor
    depth: Tensor
    joints: Tensor
    centres: Tensor
    extents: Tensor
    colours: Tensor
    styles: Tensor

    @classmethod
    def of(cls, planes: Tensor) -> "Reading":
        others = list(PARTS.values())
        return cls(*planes.split([planes.shape[1] - sum(others), *others], 1))

    def line_logits(self) -> Tensor:
        """[n, h, w] at the picture's size."""
        return F.pixel_shuffle(self.lines, 2)[:, 0]


def network(classes: int) -> AutoencoderTiny:
    """An eighth of the picture's side at its narrowest: enough to see what a thing is, and lines keep their place."""
    return AutoencoderTiny(
        in_channels=3,
        out_channels=classes + sum(PARTS.values()),
        encoder_block_out_channels=(WIDTH,) * 4,
        decoder_block_out_channels=(WIDTH,) * 3,
        num_encoder_blocks=(0, 0, 2, 4),
        num_decoder_blocks=(3, 2, 1),
        latent_channels=WIDTH,
    )


class Spread(nn.Module):
    """Batch normalisation that leaves the mean where it is, for convolutions without a bias to fold a mean into."""

    def __init__(self, channels: int):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.register_buffer("running_square", torch.ones(channels))

    def forward(self, x: Tensor) -> Tensor:
        square = self.running_square
        if self.training:
            square = x.float().square().mean((0, 2, 3))
            self.running_square.lerp_(square.detach(), MOMENTUM)
        return x * (self.weight * (square + 1e-5).rsqrt())[:, None, None]

    def scale(self) -> Tensor:
        return self.weight.detach() * (self.running_square + 1e-5).rsqrt()


def normalised(net: AutoencoderTiny) -> AutoencoderTiny:
    """Normalises after every convolution but the last. Without it the clamp between encoder and decoder saturates."""
    for name, parent in list(net.named_modules()):
        for key, conv in list(parent.named_children()):
            if isinstance(conv, nn.Conv2d) and conv is not net.decoder.layers[-1]:
                nn.init.kaiming_normal_(conv.weight, nonlinearity="relu")
                centred = conv.bias is not None
                norm = nn.BatchNorm2d(conv.out_channels, momentum=MOMENTUM) if centred else Spread(conv.out_channels)
                setattr(parent, key, nn.Sequential(conv, norm))
    for block in net.modules():
        if type(block).__name__ == "AutoencoderTinyBlock":
            nn.init.constant_(block.conv[4][1].weight, 0.5)
    nn.init.normal_(net.decoder.layers[-1].weight, std=0.02)
    nn.init.constant_(net.decoder.layers[-1].bias, 0.5)  # the decoder's answer is doubled, less one
    rare = Reading.of(net.decoder.layers[-1].bias[None].detach())
    rare.joints.fill_((HIDDEN + 1) / 2)
    rare.centres.fill_((HIDDEN + 1) / 2)
    return net


def folded(net: AutoencoderTiny) -> AutoencoderTiny:
    """The same network without normalisation: its means and scales become part of the convolutions."""
    plain = network(net.config.out_channels - sum(PARTS.values()))
    weights = {}
    for name, module in net.named_modules():
        if isinstance(module, nn.Conv2d):
            weights[f"{name}.weight"] = module.weight.detach().clone()
            if module.bias is not None:
                weights[f"{name}.bias"] = module.bias.detach().clone()
    for name, norm in net.named_modules():
        if not isinstance(norm, nn.BatchNorm2d | Spread):
            continue
        stem = name.removesuffix(".1")
        weight = weights.pop(f"{stem}.0.weight")
        if isinstance(norm, Spread):
            scale = norm.scale()
        else:
            scale = norm.weight.detach() * (norm.running_var + norm.eps).rsqrt()
            bias = weights.pop(f"{stem}.0.bias")
            weights[f"{stem}.bias"] = (bias - norm.running_mean) * scale + norm.bias.detach()
        weights[f"{stem}.weight"] = weight * scale[:, None, None, None]
    plain.load_state_dict(weights)
    return plain.eval()


def read(net: AutoencoderTiny, pictures: Tensor) -> Tensor:
    """Pictures [n, 3, h, w] in -1..1 to planes [n, ..., h/2, w/2]; an autoencoder's to pictures."""
    return net.decode(net.encode(pictures).latents).sample
