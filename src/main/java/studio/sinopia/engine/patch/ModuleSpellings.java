package studio.sinopia.engine.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names by which patches may call the modules of one network. A U-Net's modules have two: that of diffusers, which is ours,
 * and the original one, where blocks are numbered through ({@code input_blocks.4.1} for {@code down_blocks.1.attentions.0}). How
 * they are numbered follows from how many layers each block has, which is read off the weights.
 */
final class ModuleSpellings {

    private static final int MOST_BLOCKS = 64;
    private static final Pattern BLOCK =
            Pattern.compile("(down|up)_blocks\\.(\\d+)\\.(resnets|attentions|downsamplers|upsamplers)\\.(\\d+)\\.(.+)");
    private static final Map<String, String> ENDS = Map.of(
            "conv_in", "input_blocks.0.0",
            "conv_norm_out", "out.0",
            "conv_out", "out.2",
            "time_embedding.linear_1", "time_embed.0",
            "time_embedding.linear_2", "time_embed.2",
            "add_embedding.linear_1", "label_emb.0.0",
            "add_embedding.linear_2", "label_emb.0.2");
    private static final Map<String, String> RESNET = Map.of(
            "norm1", "in_layers.0",
            "conv1", "in_layers.2",
            "time_emb_proj", "emb_layers.1",
            "norm2", "out_layers.0",
            "conv2", "out_layers.3",
            "conv_shortcut", "skip_connection");

    private final PatchTarget target;
    private final int[] downLayers;
    private final int[] upLayers;
    private final boolean[] upAttends;

    /** @param has whether the network has a weight of a name in the spelling of diffusers */
    ModuleSpellings(PatchTarget target, Predicate<String> has) {
        this.target = target;
        boolean unet = target == PatchTarget.UNET;
        this.downLayers = unet ? layers("down_blocks.", has) : new int[0];
        this.upLayers = unet ? layers("up_blocks.", has) : new int[0];
        this.upAttends = new boolean[upLayers.length];
        for (int i = 0; i < upAttends.length; i++) {
            upAttends[i] = has.test("up_blocks." + i + ".attentions.0.norm.weight");
        }
    }

    private static int[] layers(String side, Predicate<String> has) {
        List<Integer> layers = new ArrayList<>();
        for (int block = 0; block < MOST_BLOCKS; block++) {
            int layer = 0;
            while (layer < MOST_BLOCKS && has.test(side + block + ".resnets." + layer + ".conv1.weight")) {
                layer++;
            }
            if (layer == 0) {
                break;
            }
            layers.add(layer);
        }
        return layers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @param path of a module in the spelling of diffusers, for example {@code mid_block.attentions.0.proj_in} */
    List<PatchModule> of(String path) {
        PatchModule own = PatchModule.of(target, path.replace('.', '_'));
        if (target != PatchTarget.UNET) {
            return List.of(own);
        }
        return original(path)
                .map(other -> List.of(own, new PatchModule(target, other.replace('.', '_'))))
                .orElse(List.of(own));
    }

    private Optional<String> original(String path) {
        if (ENDS.containsKey(path)) {
            return Optional.of(ENDS.get(path));
        }
        if (path.startsWith("mid_block.attentions.0.")) {
            return Optional.of("middle_block.1." + path.substring("mid_block.attentions.0.".length()));
        }
        if (path.startsWith("mid_block.resnets.")) {
            String rest = path.substring("mid_block.resnets.".length()); // 0.conv1
            String block = rest.startsWith("0.") ? "middle_block.0." : "middle_block.2.";
            return Optional.ofNullable(RESNET.get(rest.substring(2))).map(block::concat);
        }
        Matcher block = BLOCK.matcher(path);
        return block.matches() ? numbered(block) : Optional.empty();
    }

    private Optional<String> numbered(Matcher name) {
        boolean down = name.group(1).equals("down");
        int[] layers = down ? downLayers : upLayers;
        int block = Integer.parseInt(name.group(2));
        int layer = Integer.parseInt(name.group(4));
        if (block >= layers.length) {
            return Optional.empty();
        }
        int number = down ? 1 : 0;
        for (int i = 0; i < block; i++) {
            number += layers[i] + (down ? 1 : 0); // a change of size is a block of its own on the way down
        }
        String rest = name.group(5);
        String side = down ? "input_blocks." : "output_blocks.";
        int first = number;
        int last = number + layers[block] - 1;
        return switch (name.group(3)) {
            case "resnets" ->
                Optional.ofNullable(RESNET.get(rest)).map(inner -> side + (first + layer) + ".0." + inner);
            case "attentions" -> Optional.of(side + (first + layer) + ".1." + rest);
            case "downsamplers" -> rest.equals("conv") ? Optional.of(side + (last + 1) + ".0.op") : Optional.empty();
            default ->
                rest.equals("conv")
                        ? Optional.of(side + last + (upAttends[block] ? ".2.conv" : ".1.conv"))
                        : Optional.empty();
        };
    }
}
