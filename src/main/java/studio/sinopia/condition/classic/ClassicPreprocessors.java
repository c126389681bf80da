package studio.sinopia.condition.classic;

import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Preprocessor;

/** The catalogue of the preprocessors that work without any weights. Making it loads nothing native. */
public final class ClassicPreprocessors {

    private ClassicPreprocessors() {}

    /** All of them; the first of a kind is the one to take when only the kind is named. */
    public static List<Preprocessor> all() {
        return List.of(
                new Canny(),
                new StandardLineart(),
                new ThinnedScribble(),
                new XdogScribble(),
                new ClassicSoftEdge(),
                new LineSegments(),
                new SuperpixelSegments(),
                new Threshold(),
                new Invert(),
                new TileResample(),
                new TileColorFix(),
                new GaussianBlur(),
                new Shuffle(),
                new ColorGrid(),
                new Recolor(Recolor.Light.LUMINANCE),
                new Recolor(Recolor.Light.INTENSITY));
    }

    /** The one with this id, or the first of the kind with this key. */
    public static Optional<Preprocessor> find(String name) {
        Optional<Preprocessor> exact =
                all().stream().filter(each -> each.id().equals(name)).findFirst();
        return exact.or(() -> ConditionKind.find(name)
                .flatMap(kind ->
                        all().stream().filter(each -> each.kind() == kind).findFirst()));
    }
}
