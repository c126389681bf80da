package studio.sinopia.engine.unet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;

/**
 * What a U-Net is like, read from its {@code config.json}. Settings that would change the computation in ways this program
 * does not know are refused.
 *
 * @param levels encoder blocks from the finest to the coarsest
 * @param middle the middle block
 * @param up decoder blocks from the coarsest to the finest
 * @param groups of every group norm
 * @param epsilon of the group norms in residual blocks
 * @param added how SDXL's conditions enter, if they do
 * @param guidanceWidth length of the embedding of the guidance scale, for networks distilled to know it
 */
public record UNetConfig(
        int inChannels,
        int outChannels,
        List<Level> levels,
        Middle middle,
        List<Level> up,
        int groups,
        double epsilon,
        Clock clock,
        Optional<Added> added,
        OptionalInt guidanceWidth,
        int entryKernel,
        int exitKernel) {

    /**
     * One block of the encoder or the decoder.
     *
     * @param channels of its outputs
     * @param layers how many residual blocks
     * @param heads attention heads of its transformers
     * @param depth blocks in each transformer, 0 if there is none
     * @param textWidth width of the text vectors
     */
    public record Level(int channels, int layers, int heads, int depth, int textWidth) {}

    /**
     * The middle block: residual, transformer, residual.
     *
     * @param depth blocks in the transformer; 0 for a single residual block
     * @param present false if there is no middle at all
     */
    public record Middle(boolean present, int heads, int depth, int textWidth) {}

    /**
     * How a timestep becomes a vector.
     *
     * @param sines how many sines and cosines
     * @param width of the embedding
     */
    public record Clock(int sines, int width, boolean cosineFirst, double shift) {}

    /**
     * SDXL's conditions.
     *
     * @param idSines sines and cosines for each time id
     * @param width of pooled text and sines together
     */
    public record Added(int idSines, int width) {}

    private static final int LARGEST = 1 << 16;

    public UNetConfig {
        levels = List.copyOf(levels);
        up = List.copyOf(up);
    }

    /** Width of the text vectors. */
    public int textWidth() {
        return levels.getFirst().textWidth();
    }

    /** Reads the configuration of a {@code UNet2DConditionModel}. */
    public static UNetConfig read(ModelConfig config) throws StudioException {
        refuseUnknown(config);
        config.require("center_input_sample", "null", "false");
        config.require("resnet_out_scale_factor", "null", "1", "1.0");
        List<Level> down = down(config);
        return new UNetConfig(
                config.integer("in_channels", 4),
                config.integer("out_channels", 4),
                down,
                middle(config, down),
                up(config, down),
                config.integer("norm_num_groups", 32),
                config.number("norm_eps", 1e-5),
                clock(config, down),
                added(config),
                config.has("time_cond_proj_dim")
                        ? OptionalInt.of(config.integer("time_cond_proj_dim"))
                        : OptionalInt.empty(),
                config.integer("conv_in_kernel", 3),
                config.integer("conv_out_kernel", 3));
    }

    /** Reads the configuration of a network that copies the encoder: a ControlNet. It has no decoder. */
    public static UNetConfig readEncoder(ModelConfig config) throws StudioException {
        refuseUnknown(config);
        List<Level> down = down(config);
        return new UNetConfig(
                config.integer("in_channels", 4),
                config.integer("in_channels", 4),
                down,
                middle(config, down),
                List.of(),
                config.integer("norm_num_groups", 32),
                config.number("norm_eps", 1e-5),
                clock(config, down),
                added(config),
                OptionalInt.empty(),
                3,
                3);
    }

    private static void refuseUnknown(ModelConfig config) throws StudioException {
        config.require("act_fn", "null", "silu", "swish");
        config.require("class_embed_type", "null");
        config.require("num_class_embeds", "null");
        config.require("encoder_hid_dim_type", "null");
        config.require("addition_embed_type", "null", "text_time");
        config.require("resnet_time_scale_shift", "null", "default");
        config.require("resnet_skip_time_act", "null", "false");
        config.require("time_embedding_type", "null", "positional");
        config.require("time_embedding_act_fn", "null");
        config.require("timestep_post_act", "null");
        config.require("class_embeddings_concat", "null", "false");
        config.require("dual_cross_attention", "null", "false");
        config.require("cross_attention_norm", "null");
        config.require("attention_type", "null", "default");
        config.require("mid_block_scale_factor", "null", "1", "1.0");
        config.require("mid_block_only_cross_attention", "null", "false");
        config.require("downsample_padding", "null", "1");
        config.require("num_attention_heads", "null");
        if (config.isList("only_cross_attention")) {
            int count = config.texts("down_block_types").length;
            for (boolean only : config.flags("only_cross_attention", count, false)) {
                if (only) {
                    throw config.wrong("only_cross_attention", "false");
                }
            }
        } else {
            config.require("only_cross_attention", "null", "false");
        }
    }

    private static List<Level> down(ModelConfig config) throws StudioException {
        int[] channels = config.integers("block_out_channels");
        if (channels.length == 0 || Arrays.stream(channels).anyMatch(c -> c < 1 || c > LARGEST)) {
            throw config.wrong("block_out_channels", "a list of positive numbers");
        }
        int count = channels.length;
        int groups = config.integer("norm_num_groups", 32);
        for (int c : channels) {
            if (groups < 1 || c % groups != 0) {
                throw config.wrong("norm_num_groups", "a number that divides every number of channels");
            }
        }
        String[] types = config.texts("down_block_types");
        if (types.length != count) {
            throw config.wrong("down_block_types", "a list of " + count + " block types");
        }
        int[] layers = config.integers("layers_per_block", count, 2);
        int[] depths = config.integers("transformer_layers_per_block", count, 1);
        int[] heads = config.integers("attention_head_dim", count, 8); // says "dim", means the number of heads
        int[] widths = config.integers("cross_attention_dim", count, 1280);
        Level[] levels = new Level[count];
        for (int i = 0; i < count; i++) {
            boolean attends = attends(config, "down_block_types", types[i], "CrossAttnDownBlock2D", "DownBlock2D");
            checkLevel(config, channels[i], layers[i], heads[i], depths[i]);
            levels[i] = new Level(channels[i], layers[i], heads[i], attends ? depths[i] : 0, widths[i]);
        }
        return List.of(levels);
    }

    private static void checkLevel(ModelConfig config, int channels, int layers, int heads, int depth)
            throws StudioException {
        if (layers < 1 || layers > 64) {
            throw config.wrong("layers_per_block", "between 1 and 64");
        }
        if (depth < 1 || depth > 256) {
            throw config.wrong("transformer_layers_per_block", "between 1 and 256");
        }
        if (heads < 1 || channels % heads != 0) {
            throw config.wrong("attention_head_dim", "a number of heads that divides the channels");
        }
    }

    private static boolean attends(ModelConfig config, String key, String type, String with, String without)
            throws StudioException {
        if (!type.equals(with) && !type.equals(without)) {
            throw config.wrong(key, "made of " + with + " and " + without);
        }
        return type.equals(with);
    }

    private static Middle middle(ModelConfig config, List<Level> down) throws StudioException {
        Level last = down.getLast();
        int[] depths = config.integers("transformer_layers_per_block", down.size(), 1);
        if (config.isNull("mid_block_type")) {
            return new Middle(false, last.heads(), 0, last.textWidth());
        }
        String type = config.text("mid_block_type", "UNetMidBlock2DCrossAttn");
        return switch (type) {
            case "UNetMidBlock2DCrossAttn" ->
                new Middle(true, last.heads(), depths[depths.length - 1], last.textWidth());
            case "UNetMidBlock2D" -> new Middle(true, last.heads(), 0, last.textWidth());
            default -> throw config.wrong("mid_block_type", "UNetMidBlock2DCrossAttn or UNetMidBlock2D");
        };
    }

    private static List<Level> up(ModelConfig config, List<Level> down) throws StudioException {
        int count = down.size();
        String[] types = config.texts("up_block_types");
        if (types.length != count) {
            throw config.wrong("up_block_types", "a list of " + count + " block types");
        }
        int[] mirrored = config.integers("transformer_layers_per_block", count, 1);
        List<Integer> depths = IntStream.of(mirrored).boxed().toList();
        if (config.has("reverse_transformer_layers_per_block")) {
            depths = IntStream.of(config.integers("reverse_transformer_layers_per_block", count, 1))
                    .boxed()
                    .toList();
        } else {
            depths = depths.reversed();
        }
        Level[] levels = new Level[count];
        for (int i = 0; i < count; i++) {
            Level mirror = down.get(count - 1 - i);
            boolean attends = attends(config, "up_block_types", types[i], "CrossAttnUpBlock2D", "UpBlock2D");
            levels[i] = new Level(
                    mirror.channels(),
                    mirror.layers() + 1,
                    mirror.heads(),
                    attends ? depths.get(i) : 0,
                    mirror.textWidth());
        }
        return List.of(levels);
    }

    private static Clock clock(ModelConfig config, List<Level> down) throws StudioException {
        int sines = down.getFirst().channels();
        return new Clock(
                sines,
                config.integer("time_embedding_dim", 4 * sines),
                config.flag("flip_sin_to_cos", true),
                config.number("freq_shift", 0));
    }

    private static Optional<Added> added(ModelConfig config) throws StudioException {
        return config.has("addition_embed_type")
                ? Optional.of(new Added(
                        config.integer("addition_time_embed_dim"),
                        config.integer("projection_class_embeddings_input_dim")))
                : Optional.empty();
    }

    /** Number of skips that the encoder hands to the decoder. */
    public int skips() {
        return 1 + levels.stream().mapToInt(Level::layers).sum() + levels.size() - 1;
    }

    /** Channels of each skip, in the order in which the encoder makes them. */
    public List<Integer> skipChannels() {
        List<Integer> channels = new ArrayList<>();
        channels.add(levels.getFirst().channels());
        for (int i = 0; i < levels.size(); i++) {
            boolean shrinks = i < levels.size() - 1;
            channels.addAll(Collections.nCopies(
                    levels.get(i).layers() + (shrinks ? 1 : 0), levels.get(i).channels()));
        }
        return List.copyOf(channels);
    }

    /** How often the size is halved on the way to the middle. */
    public int reduction() {
        return 1 << (levels.size() - 1);
    }
}
