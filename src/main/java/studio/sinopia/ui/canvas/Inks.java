package studio.sinopia.ui.canvas;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.core.Colour;
import studio.sinopia.document.Mark;

/** What brushes leave: a segment, a tone of depth, a colour; lines and masks are white. */
public final class Inks {

    private static final Colour EARTH = new Colour(0xb4, 0x47, 0x2a);

    private final ObjectProperty<SegmentClass> segment;
    private final DoubleProperty tone = new SimpleDoubleProperty(this, "tone", 0.8);
    private final DoubleProperty otherTone = new SimpleDoubleProperty(this, "otherTone", 0.1);
    private final ObjectProperty<Colour> colour = new SimpleObjectProperty<>(this, "colour", EARTH);
    private final ObjectProperty<Colour> otherColour = new SimpleObjectProperty<>(this, "otherColour", Colour.WHITE);

    /** @param segment to begin with */
    Inks(SegmentClass segment) {
        this.segment = new SimpleObjectProperty<>(this, "segment", segment);
    }

    /** For layers of segments. */
    public ObjectProperty<SegmentClass> segmentProperty() {
        return segment;
    }

    /** For depth: 0 is far, 1 is near. */
    public DoubleProperty toneProperty() {
        return tone;
    }

    /** The tone at the other end of a gradient. */
    public DoubleProperty otherToneProperty() {
        return otherTone;
    }

    /** For colour sketches. */
    public ObjectProperty<Colour> colourProperty() {
        return colour;
    }

    /** The colour at the other end of a gradient. */
    public ObjectProperty<Colour> otherColourProperty() {
        return otherColour;
    }

    /** Exchanges the ink and that at the other end of a gradient. */
    void swap() {
        Colour first = colour.get();
        colour.set(otherColour.get());
        otherColour.set(first);
        double near = tone.get();
        tone.set(otherTone.get());
        otherTone.set(near);
    }

    /** Black and white. */
    void reset() {
        colour.set(Colour.BLACK);
        otherColour.set(Colour.WHITE);
    }

    /** What is left on a layer of this kind. */
    Colour on(ConditionKind kind) {
        return switch (kind) {
            case SEGMENTS -> segment.get().colour();
            case DEPTH -> grey(tone.get());
            case CANNY, LINEART, SCRIBBLE, SOFT_EDGE, LINES, INPAINT -> Mark.LINE;
            default -> colour.get();
        };
    }

    /** The other end of a gradient on a layer of this kind. */
    Colour otherOn(ConditionKind kind) {
        return switch (kind) {
            case DEPTH -> grey(otherTone.get());
            case INPAINT -> Mark.NOTHING;
            default -> otherColour.get();
        };
    }

    private static Colour grey(double tone) {
        int level = (int) Math.round(Math.clamp(tone, 0, 1) * 255);
        return new Colour(level, level, level);
    }
}
