package studio.sinopia.world;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import studio.sinopia.core.Size;

/** Scenes for tests. */
final class Scenes {

    static final Size SIZE = new Size(128, 128);

    private static final SceneMaker MAKER = new SceneMaker();
    private static final Illustrator ILLUSTRATOR = new Illustrator(SIZE);

    private Scenes() {}

    static Stream<SceneSpec> specs(int count) {
        return LongStream.range(0, count).mapToObj(MAKER::scene);
    }

    static Stream<RenderedScene> drawn(int count) {
        return specs(count).map(ILLUSTRATOR::draw);
    }

    /** Of the second edition. */
    static Stream<RenderedScene> second(int count) {
        var maker = new SceneMaker(new Size(1, 1), Edition.SECOND);
        return LongStream.range(0, count).mapToObj(maker::scene).map(ILLUSTRATOR::draw);
    }

    static RenderedScene drawn(SceneSpec spec) {
        return ILLUSTRATOR.draw(spec);
    }

    /** A plain meadow by day in which only these things stand. */
    static SceneSpec meadow(Thing... things) {
        return new SceneSpec(
                0,
                Edition.FIRST,
                1,
                Style.FLAT,
                TimeOfDay.DAY,
                Weather.CLEAR,
                Season.SUMMER,
                new Land(Setting.MEADOW, 0.5, List.of(), 0.5, 0.1),
                new Sky(Optional.empty(), Optional.empty(), List.of(), false, false),
                Light.of(TimeOfDay.DAY, Weather.CLEAR, true),
                Stream.of(things).map(thing -> new Group(List.of(thing))).toList(),
                List.of());
    }

    /** A thing of this kind in its own proportions. */
    static Thing thing(Label label, double x, double foot, double height) {
        Thing model = Thing.random(label, new Dice(1), Season.SUMMER, Edition.FIRST);
        double width = model.place().width() * height / model.place().height();
        return model.at(new Place(x, foot, width, height));
    }
}
