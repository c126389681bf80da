package studio.sinopia.ui.stack;

import java.util.List;
import java.util.Map;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.ui.fx.Words;

/** No preprocessor: the picture is the map already. Black lines on white are turned to white on black. */
record AsItIs(ConditionKind kind) implements Preprocessor {

    static final String ID = "none";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Words.of("derive.none");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation) {
        return kind == ConditionKind.SEGMENTS ? picture : MapFile.lines(picture, kind);
    }

    /** The map for a canvas. Colours of segments stay exact. */
    Raster fitted(Raster picture, Size size, FitMode fit) {
        var map = new ConditionMap(kind, apply(picture, Map.of(), new Cancellation()));
        return Fitting.map(map, size, fit).raster();
    }
}
