"""Records what the reference implementation computes with small networks whose weights follow a formula.

Command: python record.py   (needs torch, diffusers, transformers; only to record, never to build, test or run)

Weights and inputs are numbers that both sides can make: element i of the tensor called NAME is
splitmix64(crc32(NAME) * 2^32 + i), its upper 24 bits taken as a number from -1 to 1; then scaled by shape (see scaled()).
Each file holds a configuration, the shapes of the inputs and, for every output, its shape and some of its elements.
"""
import json
import os
import zlib

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = 40


def unit(name, count):
    with np.errstate(over="ignore"):
        z = np.uint64(zlib.crc32(name.encode())) * np.uint64(1 << 32) + np.arange(count, dtype=np.uint64)
        z = z + np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(40)).astype(np.float64) / (1 << 23) - 1


def tensor(name, *shape):
    return torch.tensor(unit(name, int(np.prod(shape))).reshape(shape), dtype=torch.float32)


def scaled(name, shape):
    values = unit(name, int(np.prod(shape)))
    if len(shape) == 1:
        values = (1 if name.endswith("weight") else 0) + 0.1 * values
    else:
        values = values * np.sqrt(3 / np.prod(shape[1:]))
    return torch.tensor(values.reshape(shape), dtype=torch.float32)


def fill(model):
    state = model.state_dict()
    model.load_state_dict({k: scaled(k, tuple(v.shape)) if v.is_floating_point() else v for k, v in state.items()})
    return model.eval()


def save(name, config, outputs):
    record = {"config": config, "outputs": {}}
    for key, value in outputs.items():
        flat = value.detach().contiguous().reshape(-1)
        step = max(1, flat.numel() // SAMPLES)
        record["outputs"][key] = {
            "shape": list(value.shape),
            "step": step,
            "values": [float("%.8g" % v) for v in flat[::step].tolist()],
        }
    with open(os.path.join(HERE, name + ".json"), "w") as f:
        json.dump(record, f, indent=1)
        f.write("\n")


def inpainting(unet, text):
    """A walk of three steps with a network that sees the mask and what it leaves of the picture."""
    from diffusers import AutoencoderKL, DDIMScheduler, StableDiffusionInpaintPipeline, UNet2DConditionModel
    from diffusers.pipelines.stable_diffusion import pipeline_stable_diffusion_inpaint as module

    vae = dict(block_out_channels=[16, 32, 32], latent_channels=4, layers_per_block=1, norm_num_groups=8,
               down_block_types=["DownEncoderBlock2D"] * 3, up_block_types=["UpDecoderBlock2D"] * 3)
    scheduler = dict(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", clip_sample=False,
                     set_alpha_to_one=False, steps_offset=1)
    pipe = StableDiffusionInpaintPipeline(
        fill(AutoencoderKL(**vae)), None, None, fill(UNet2DConditionModel(**unet)), DDIMScheduler(**scheduler),
        None, None, requires_safety_checker=False)
    module.retrieve_latents = lambda output, generator: output.latent_dist.mode()  # the mean, not a sample
    picture = torch.floor((tensor("picture", 1, 3, 32, 32) + 1) * 127.5) * 2 / 255 - 1
    mask = torch.zeros(1, 1, 32, 32)
    mask[:, :, 11:, :22] = 1
    latent = pipe(prompt_embeds=text[:1], negative_prompt_embeds=text[1:], image=picture, mask_image=mask, height=32,
                  width=32, strength=1.0, num_inference_steps=3, guidance_scale=3.0, latents=tensor("latent", 1, 4, 8, 8),
                  output_type="latent").images
    return {"unet": unet, "vae": vae, "scheduler": scheduler}, {"latent": latent}


def seen(act):
    """What CLIP's picture encoder sees in two pictures of 28 x 28."""
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    config = dict(hidden_size=24, intermediate_size=40, num_hidden_layers=3, num_attention_heads=2, image_size=28,
                  patch_size=14, projection_dim=10, hidden_act=act)
    out = fill(CLIPVisionModelWithProjection(CLIPVisionConfig(**config)))(tensor("look", 2, 3, 28, 28),
                                                                          output_hidden_states=True)
    return config, out.image_embeds, out.hidden_states[-2]


def prepared():
    """The middle square of a picture of 50 x 37 pixels, as CLIP wants it."""
    from PIL import Image
    from transformers import CLIPImageProcessor

    pixels = np.floor((unit("photo", 37 * 50 * 3).reshape(37, 50, 3) + 1) * 127.5).astype(np.uint8)
    processor = CLIPImageProcessor(size={"shortest_edge": 28}, crop_size={"height": 28, "width": 28})
    return processor(Image.fromarray(pixels), return_tensors="pt").pixel_values


def reference(kind, unet, text, times, **projection):
    """A U-Net that hears a picture through an IP-Adapter of a kind, at 0.6 of its strength."""
    from diffusers import UNet2DConditionModel

    config, whole, patches = seen("gelu")
    net = fill(UNet2DConditionModel(**unet))
    pairs = {}
    number = 1
    for name in net.attn_processors:
        if "attn2" in name:
            width = net.get_submodule(name[:-len(".processor")]).to_k.out_features
            for each in ("to_k_ip", "to_v_ip"):
                pairs[f"{number}.{each}.weight"] = scaled(f"ip_adapter.{number}.{each}.weight", (width, 24))
            number += 2
    state = {k: scaled("image_proj." + k, v) for k, v in projection["shapes"].items()}
    net._load_ip_adapter_weights([{"image_proj": state, "ip_adapter": pairs}], low_cpu_mem_usage=False)
    for processor in net.attn_processors.values():
        if hasattr(processor, "scale"):
            processor.scale = [0.6]
    told = (whole if kind == "plain" else patches)[:, None]
    tokens = net.encoder_hid_proj.image_projection_layers[0](told.squeeze(1) if kind != "plain" else whole)
    out = net(tensor("sample", 2, 4, 16, 16), times, text, added_cond_kwargs={"image_embeds": [told]}).sample
    return dict(projection["config"], widths=[v.shape[0] for k, v in pairs.items() if "to_k" in k]), {
        "tokens": tokens, "unet": out}


@torch.no_grad()
def main():
    from diffusers import AutoencoderKL, AutoencoderTiny, ControlNetModel, T2IAdapter, UNet2DConditionModel
    from diffusers.models.controlnets.controlnet_xs import ControlNetXSAdapter, UNetControlNetXSModel
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    unet15 = dict(in_channels=4, out_channels=4, block_out_channels=[32, 64], layers_per_block=2, norm_num_groups=8,
                  down_block_types=["CrossAttnDownBlock2D", "DownBlock2D"],
                  up_block_types=["UpBlock2D", "CrossAttnUpBlock2D"], attention_head_dim=4, cross_attention_dim=24)
    unetxl = dict(in_channels=4, out_channels=4, block_out_channels=[32, 64], layers_per_block=[1, 2],
                  norm_num_groups=8, down_block_types=["DownBlock2D", "CrossAttnDownBlock2D"],
                  up_block_types=["CrossAttnUpBlock2D", "UpBlock2D"], attention_head_dim=[2, 4],
                  cross_attention_dim=24, transformer_layers_per_block=[1, 2], use_linear_projection=True,
                  addition_embed_type="text_time", addition_time_embed_dim=8, projection_class_embeddings_input_dim=64,
                  flip_sin_to_cos=False, freq_shift=1, norm_eps=1e-6)
    times = torch.tensor([999.0, 123.5])
    text = tensor("text", 2, 5, 24)
    hint = tensor("hint", 1, 3, 32, 32) * 0.5 + 0.5

    base = fill(UNet2DConditionModel(**unet15))
    save("unet15", unet15, {
        "even": base(tensor("sample", 2, 4, 16, 16), times, text).sample,
        "odd": base(tensor("sample", 2, 4, 7, 9), times, text).sample})

    added = {"text_embeds": tensor("pooled", 2, 16), "time_ids": torch.tensor([[64.0, 48, 3, 0, 64, 64]] * 2)}
    xl = fill(UNet2DConditionModel(**unetxl))
    save("unetxl", unetxl, {"out": xl(tensor("sample", 2, 4, 8, 8), times, text, added_cond_kwargs=added).sample})

    control = {k: v for k, v in unet15.items() if k not in ("out_channels", "up_block_types")}
    control.update(conditioning_embedding_out_channels=[8, 16], controlnet_conditioning_channel_order="bgr")
    net = fill(ControlNetModel(**control))
    down, mid = net(tensor("sample", 2, 4, 16, 16), times, text, hint, return_dict=False)
    controlled = base(tensor("sample", 2, 4, 16, 16), times, text, down_block_additional_residuals=down,
                      mid_block_additional_residual=mid).sample
    save("controlnet", control, {"first": down[0], "last": down[-1], "mid": mid, "unet": controlled})

    xs = dict(block_out_channels=[4, 8], base_block_out_channels=[32, 64], num_attention_heads=2,
              cross_attention_dim=24, down_block_types=["CrossAttnDownBlock2D", "DownBlock2D"],
              conditioning_embedding_out_channels=[8, 16], learn_time_embedding=True, time_embedding_mix=0.7,
              max_norm_num_groups=32, use_linear_projection=False)  # 32 divides no width here
    joint = UNetControlNetXSModel.from_unet(base, fill(ControlNetXSAdapter(**xs))).eval()
    ours = [r for block in joint.down_blocks for r in block.base_resnets] + list(joint.mid_block.base_midblock.resnets)
    for resnet in ours + [r for block in joint.up_blocks for r in block.resnets]:
        resnet.norm1.eps = resnet.norm2.eps = 1e-5  # the joint model forgets the base network's epsilon
    save("controlnet_xs", xs, {"out": joint(tensor("sample", 2, 4, 16, 16), times, text, hint.repeat(2, 1, 1, 1),
                                            conditioning_scale=0.6).sample})

    t2i = dict(in_channels=3, channels=[32, 64], num_res_blocks=2, downscale_factor=2, adapter_type="full_adapter")
    features = fill(T2IAdapter(**t2i))(hint)
    save("t2i_adapter", t2i, {"fine": features[0], "coarse": features[1]})
    light = dict(in_channels=3, channels=[16, 32], num_res_blocks=1, downscale_factor=2, adapter_type="light_adapter")
    save("t2i_adapter_light", light, {"coarsest": fill(T2IAdapter(**light))(hint)[2]})

    config, whole, patches = seen("quick_gelu")
    save("clip_vision", config, {"whole": whole, "patches": patches, "prepared": prepared()})
    save("ip_adapter", *reference(
        "plain", unet15, text, times, config=dict(kind="PLAIN", tokens=4, text_width=24, picture_width=10),
        shapes={"proj.weight": (96, 10), "proj.bias": (96,), "norm.weight": (24,), "norm.bias": (24,)}))
    layers = {}
    for i in range(4):
        layers |= {f"layers.{i}.0.{n}.{p}": (16,) for n in ("norm1", "norm2") for p in ("weight", "bias")}
        layers |= {f"layers.{i}.0.to_q.weight": (128, 16), f"layers.{i}.0.to_kv.weight": (256, 16),
                   f"layers.{i}.0.to_out.weight": (16, 128), f"layers.{i}.1.0.weight": (16,),
                   f"layers.{i}.1.0.bias": (16,), f"layers.{i}.1.1.weight": (64, 16), f"layers.{i}.1.3.weight": (16, 64)}
    save("ip_adapter_plus", *reference(
        "plus", unet15, text, times, shapes=layers | {
            "latents": (1, 5, 16), "proj_in.weight": (16, 24), "proj_in.bias": (16,), "proj_out.weight": (24, 16),
            "proj_out.bias": (24,), "norm_out.weight": (24,), "norm_out.bias": (24,)},
        config=dict(kind="PLUS", tokens=5, text_width=24, picture_width=24, inner_width=16, heads=2, layers=4)))

    save("inpainting", *inpainting(dict(unet15, in_channels=9, sample_size=8), text))

    kl = dict(block_out_channels=[16, 32, 32], latent_channels=3, layers_per_block=1, norm_num_groups=8,
              down_block_types=["DownEncoderBlock2D"] * 3, up_block_types=["UpDecoderBlock2D"] * 3)
    model = fill(AutoencoderKL(**kl))
    moments = model.encode(tensor("picture", 1, 3, 24, 16)).latent_dist
    save("autoencoder_kl", kl, {"mean": moments.mean, "logvar": moments.logvar,
                                "decoded": model.decode(tensor("latent", 1, 3, 5, 4)).sample})

    tiny = dict(latent_channels=6, encoder_block_out_channels=[8, 8, 8], decoder_block_out_channels=[8, 8, 8],
                num_encoder_blocks=[0, 1, 2], num_decoder_blocks=[2, 1, 1])
    model = fill(AutoencoderTiny(**tiny))
    save("autoencoder_tiny", tiny, {"latent": model.encode(tensor("picture", 1, 3, 24, 16)).latents,
                                    "decoded": model.decode(tensor("latent", 1, 6, 5, 4)).sample})

    clip = dict(vocab_size=50, hidden_size=24, intermediate_size=40, num_hidden_layers=3, num_attention_heads=2,
                max_position_embeddings=12, bos_token_id=48, eos_token_id=49, projection_dim=10, hidden_act="quick_gelu")
    ids = torch.tensor([[48, 3, 7, 1, 49, 49, 49], [48, 20, 49, 49, 49, 49, 49]])
    for name, kind, act in (("clip", CLIPTextModel, "quick_gelu"), ("clip_projected", CLIPTextModelWithProjection, "gelu")):
        config = dict(clip, hidden_act=act)
        out = fill(kind(CLIPTextConfig(**config)))(ids, output_hidden_states=True)
        outputs = {"last": out.last_hidden_state, "minus2": out.hidden_states[-2]}
        if name == "clip_projected":
            outputs["pooled"] = out.text_embeds
        save(name, config, outputs)


if __name__ == "__main__":
    main()
