package studio.sinopia.cli;

import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** {@code KIND=IMAGE[:weight[:start-end]]} as it was typed. */
record ControlArgument(ConditionKind kind, WeightedImage map) {

    private static final String OPTION = "--control";

    static ControlArgument parse(String text) throws StudioException {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw new StudioException(new Problem(
                    "'" + text + "' names no kind and picture.",
                    OPTION,
                    "Write KIND=IMAGE[:weight[:start-end]], for example lineart=house.png:0.8."));
        }
        ConditionKind kind = ConditionKind.parse(text.substring(0, equals));
        return new ControlArgument(kind, WeightedImage.parse(text.substring(equals + 1), OPTION));
    }
}
