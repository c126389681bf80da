"""The shapes of all networks, in one place."""

from diffusers import AutoencoderTiny, ControlNetModel, DDIMScheduler, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel

LATENT_CHANNELS = 24
PICTURE = 256
LATENT = 16  # 16 times smaller than the picture
TOKENS = 48  # length of every padded prompt
TEXT_WIDTH = 160
WIDTHS = (64, 128, 128)
CONTROLS = {  # networks and the kinds of map that each reads
    "lineart": ("lineart", "scribble", "softedge"),
    "segments": ("segments", "boxes"),
    "depth": ("depth",),
    "pose": ("pose",),
    "tile": ("tile", "inpaint"),
}


def autoencoder() -> AutoencoderTiny:
    """Picture [n, 3, 256, 256] in -1..1 to latent [n, 24, 16, 16] and back."""
    return AutoencoderTiny(
        encoder_block_out_channels=(64,) * 5,
        decoder_block_out_channels=(32,) * 5,
        num_encoder_blocks=(0, 0, 1, 2, 2),
        num_decoder_blocks=(3, 3, 2, 2, 0),
        latent_channels=LATENT_CHANNELS,
    )


def text_encoder(vocabulary: int) -> CLIPTextModel:
    """Tokens [n, 48] to [n, 48, 160]; the last two entries of the vocabulary are start and end."""
    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=vocabulary,
            hidden_size=TEXT_WIDTH,
            intermediate_size=4 * TEXT_WIDTH,
            num_hidden_layers=3,
            num_attention_heads=5,
            max_position_embeddings=TOKENS,
            hidden_act="quick_gelu",
            projection_dim=TEXT_WIDTH,
            bos_token_id=vocabulary - 2,
            eos_token_id=vocabulary - 1,
            pad_token_id=vocabulary - 1,
        )
    )


def unet() -> UNet2DConditionModel:
    return UNet2DConditionModel(
        sample_size=LATENT,
        in_channels=LATENT_CHANNELS,
        out_channels=LATENT_CHANNELS,
        block_out_channels=WIDTHS,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        layers_per_block=1,
        cross_attention_dim=TEXT_WIDTH,
        attention_head_dim=4,  # by diffusers' convention this is the number of heads
        norm_num_groups=16,
        use_linear_projection=True,
    )


def controlnet() -> ControlNetModel:
    """A ControlNet without attention: a third of the size of a copy of the U-Net's encoder."""
    return ControlNetModel(
        in_channels=LATENT_CHANNELS,
        block_out_channels=WIDTHS,
        down_block_types=("DownBlock2D",) * 3,
        mid_block_type="UNetMidBlock2D",
        layers_per_block=1,
        cross_attention_dim=TEXT_WIDTH,
        attention_head_dim=4,
        norm_num_groups=16,
        use_linear_projection=True,
        conditioning_embedding_out_channels=(8, 16, 32, 64, 96),  # four halvings: 256 to 16
    )


def scheduler() -> DDIMScheduler:
    return DDIMScheduler(
        num_train_timesteps=1000,
        beta_start=0.00085,
        beta_end=0.012,
        beta_schedule="scaled_linear",
        prediction_type="v_prediction",
        rescale_betas_zero_snr=True,
        timestep_spacing="trailing",
        clip_sample=False,
        set_alpha_to_one=True,
        steps_offset=0,
    )
