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
                    segment("kite", "#b4ff00")));

    private StorybookPalette() {}

    private static SegmentClass segment(String name, String colour) {
        return new SegmentClass(name, Colour.hex(colour));
    }
}
