package studio.sinopia.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.condition.BoxPainter;
import studio.sinopia.condition.BoxPainter.ColouredBox;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.condition.SkeletonPainter;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.condition.classic.ClassicPreprocessors;
import studio.sinopia.control.Control;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.world.RenderedScene;

/** A scene whose truth is known, to be painted again from its caption and maps. */
public record BenchScene(RenderedScene truth) {

    /** Kinds of map that can be made of a scene. */
    public static final List<ConditionKind> KINDS = List.of(
            ConditionKind.LINEART,
            ConditionKind.SCRIBBLE,
            ConditionKind.SOFT_EDGE,
            ConditionKind.SEGMENTS,
            ConditionKind.DEPTH,
            ConditionKind.POSE,
            ConditionKind.BOXES,
            ConditionKind.TILE);

    /** Of the scene; the noise of all its paintings has this seed too. */
    public long seed() {
        return truth.spec().seed();
    }

    /** The prompt. */
    public String caption() {
        return truth.captions().getFirst();
    }

    /** As the illustrator drew it. */
    public Raster picture() {
        return truth.picture();
    }

    /** White on black. */
    public Raster lineArt() {
        return truth.lineArt();
    }

    /** In the exact colours of {@code StorybookPalette}. */
    public Raster segments() {
        return truth.segments();
    }

    /** A control of one of {@link #KINDS} with its map; none where there is nothing to show, as the pose of a scene without people. */
    public Optional<Control> control(ConditionKind kind) {
        if (kind == ConditionKind.POSE && truth.people().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Control.Structure(new ConditionMap(kind, map(kind))));
    }

    private Raster map(ConditionKind kind) {
        Size size = truth.picture().size();
        return switch (kind) {
            case LINEART -> truth.lineArt();
            case SCRIBBLE -> truth.scribble();
            case SEGMENTS -> truth.segments();
            case DEPTH -> truth.depth();
            case POSE ->
                SkeletonPainter.paint(
                        truth.people().stream()
                                .map(RenderedScene.Body::skeleton)
                                .toList(),
                        size);
            case BOXES ->
                BoxPainter.paint(
                        truth.boxes().stream()
                                .map(each -> new ColouredBox(
                                        each.box(),
                                        StorybookPalette.PALETTE
                                                .find(each.label().key())
                                                .orElseThrow()
                                                .colour()))
                                .toList(),
                        size);
            case SOFT_EDGE -> derived("softedge_classic", Map.of());
            case TILE -> derived("tile_resample", Map.of("rate", 8.0));
            default -> throw new IllegalArgumentException("No map of kind " + kind);
        };
    }

    private Raster derived(String preprocessor, Map<String, Double> values) {
        return ClassicPreprocessors.find(preprocessor).orElseThrow().apply(picture(), values, new Cancellation());
    }
}
