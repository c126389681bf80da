package studio.sinopia.engine.unet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.Downsampler;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.nn.ResnetBlock;
import studio.sinopia.engine.nn.SpatialTransformer;
import studio.sinopia.engine.nn.Upsampler;
import studio.sinopia.engine.tensor.Winograd;

/**
 * The layers of one block of the U-Net.
 *
 * @param resnets residual blocks in order
 * @param attentions one after each residual block (in the middle: between them), or none
 * @param down halves the size at the end of an encoder block
 * @param up doubles it at the end of a decoder block
 */
public record UNetBlock(
        List<ResnetBlock> resnets,
        List<SpatialTransformer> attentions,
        Optional<Downsampler> down,
        Optional<Upsampler> up) {

    public UNetBlock {
        resnets = List.copyOf(resnets);
        attentions = List.copyOf(attentions);
    }

    static UNetBlock down(Parameters parameters, UNetConfig config, int index) throws StudioException {
        UNetConfig.Level level = config.levels().get(index);
        String key = "down_blocks." + index;
        long in = config.levels().get(Math.max(0, index - 1)).channels();
        List<Long> inputs = new ArrayList<>();
        for (int j = 0; j < level.layers(); j++) {
            inputs.add(j == 0 ? in : level.channels());
        }
        boolean shrinks = index < config.levels().size() - 1;
        Optional<Downsampler> sampler = shrinks
                ? Optional.of(Downsampler.load(parameters, key + ".downsamplers.0.conv", level.channels()))
                : Optional.empty();
        return load(parameters, config, key, level, inputs, sampler, Optional.empty());
    }

    static UNetBlock up(Parameters parameters, UNetConfig config, int index) throws StudioException {
        UNetConfig.Level level = config.up().get(index);
        String key = "up_blocks." + index;
        int last = config.up().size() - 1;
        long before = config.up().get(Math.max(0, index - 1)).channels();
        long finer = config.up().get(Math.min(last, index + 1)).channels();
        List<Long> inputs = new ArrayList<>();
        for (int j = 0; j < level.layers(); j++) {
            long skip = j == level.layers() - 1 ? finer : level.channels();
            inputs.add((j == 0 ? before : level.channels()) + skip);
        }
        Optional<Upsampler> sampler = index < last
                ? Optional.of(Upsampler.load(
                        parameters, key + ".upsamplers.0.conv", level.channels(), Winograd.Use.ON_LATENTS))
                : Optional.empty();
        return load(parameters, config, key, level, inputs, Optional.empty(), sampler);
    }

    private static UNetBlock load(
            Parameters parameters,
            UNetConfig config,
            String key,
            UNetConfig.Level level,
            List<Long> inputs,
            Optional<Downsampler> down,
            Optional<Upsampler> up)
            throws StudioException {
        List<ResnetBlock> resnets = new ArrayList<>();
        List<SpatialTransformer> attentions = new ArrayList<>();
        for (int j = 0; j < level.layers(); j++) {
            resnets.add(resnet(parameters, config, key + ".resnets." + j, inputs.get(j), level.channels()));
            if (level.depth() > 0) {
                attentions.add(SpatialTransformer.load(
                        parameters,
                        key + ".attentions." + j,
                        level.channels(),
                        level.heads(),
                        level.depth(),
                        level.textWidth(),
                        config.groups()));
            }
        }
        return new UNetBlock(resnets, attentions, down, up);
    }

    static UNetBlock middle(Parameters parameters, UNetConfig config) throws StudioException {
        UNetConfig.Middle middle = config.middle();
        long channels = config.levels().getLast().channels();
        List<ResnetBlock> resnets = new ArrayList<>();
        List<SpatialTransformer> attentions = new ArrayList<>();
        if (middle.present()) {
            resnets.add(resnet(parameters, config, "mid_block.resnets.0", channels, channels));
        }
        if (middle.depth() > 0) {
            attentions.add(SpatialTransformer.load(
                    parameters,
                    "mid_block.attentions.0",
                    channels,
                    middle.heads(),
                    middle.depth(),
                    middle.textWidth(),
                    config.groups()));
            resnets.add(resnet(parameters, config, "mid_block.resnets.1", channels, channels));
        }
        return new UNetBlock(resnets, attentions, Optional.empty(), Optional.empty());
    }

    private static ResnetBlock resnet(Parameters parameters, UNetConfig config, String key, long in, long out)
            throws StudioException {
        return ResnetBlock.load(
                parameters,
                key,
                in,
                out,
                config.clock().width(),
                new ResnetBlock.Norms(config.groups(), config.epsilon()));
    }
}
