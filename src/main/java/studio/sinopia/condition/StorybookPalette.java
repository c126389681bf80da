package studio.sinopia.condition;

import java.util.List;
import studio.sinopia.core.Colour;

/** The segment classes of the illustrated world and so of the model that ships. */
public final class StorybookPalette {

    /** Numbered from 0 (sky); order and colours are part of the shipped model and only ever grow at the end. */
    public static final SegmentPalette PALETTE = new SegmentPalette(
            "storybook",
            List.of(
                    segment("sky", "#78b4ff"),
                    segment("cloud", "#f0f0f8"),
                    segment("sun", "#ffd200"),
                    segment("moon", "#c8c8a0"),
                    segment("mountain", "#8c6e8c"),
                    segment("hill", "#50a05a"),
                    segment("ground", "#3c7828"),
                    segment("water", "#1450c8"),
                    segment("road", "#a08c78"),
                    segment("tree", "#005028"),
                    segment("bush", "#78c800"),
                    segment("flower", "#ff50b4"),
                    segment("house", "#c83232"),
                    segment("fence", "#8c5014"),
                    segment("boat", "#00c8c8"),
                    segment("car", "#6400c8"),
                    segment("person", "#ff8c64"),
                    segment("cat", "#ff9600"),
                    segment("dog", "#966400"),
                    segment("bird", "#00ffb4"),
                    segment("sheep", "#dcdcbe"),
                    segment("castle", "#5a5a78"),
                    segment("balloon", "#ff0064"),
                    segment("kite", "#b4ff00"),
                    segment("horse", "#00f028"),
                    segment("cow", "#000078"),
                    segment("pig", "#500000"),
                    segment("rabbit", "#f000f0"),
                    segment("fox", "#a050f0"),
                    segment("bear", "#78f078"),
                    segment("owl", "#0000f0"),
                    segment("duck", "#a00078"),
                    segment("fish", "#007878"),
                    segment("butterfly", "#f0a0f0"),
                    segment("mushroom", "#f00000"),
                    segment("palm", "#00c878"),
                    segment("cactus", "#50f0f0"),
                    segment("pumpkin", "#5078f0"),
                    segment("windmill", "#00a000"),
                    segment("lighthouse", "#f0f050"),
                    segment("church", "#500050"),
                    segment("barn", "#a00000"),
                    segment("tent", "#a0f0f0"),
                    segment("well", "#28a0a0"),
                    segment("bridge", "#a0a028"),
                    segment("bench", "#c828a0"),
                    segment("lamp", "#c878c8"),
                    segment("table", "#50f028"),
                    segment("chair", "#f05000"),
                    segment("umbrella", "#a000f0"),
                    segment("snowman", "#0078f0"),
                    segment("bicycle", "#2828a0"),
                    segment("train", "#5028f0"),
                    segment("bus", "#7828a0"),
                    segment("tractor", "#002850"),
                    segment("aeroplane", "#00a050"),
                    segment("ship", "#00f0f0")));

    private StorybookPalette() {}

    /** Its first classes: those that a model knows which was trained before the others came. */
    public static SegmentPalette first(int classes) {
        return new SegmentPalette(PALETTE.name(), PALETTE.classes().subList(0, classes));
    }

    private static SegmentClass segment(String name, String colour) {
        return new SegmentClass(name, Colour.hex(colour));
    }
}
