package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.control.ControlMode;
import studio.sinopia.control.ControlReach;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.Spelling;
import studio.sinopia.core.StudioException;
import studio.sinopia.library.PatchShelf;

/** What was typed of controls beside their pictures, as {@code KIND=VALUE}. The last word on a kind counts. */
final class ControlSettings {

    private static final String MODEL = "--control-model";
    private static final String MODE = "--control-mode";
    private static final String MASK = "--control-mask";
    private static final String FALLOFF = "--control-falloff";

    private ControlSettings() {}

    /** Refuses settings for kinds of which there is no control. */
    static void checkUsed(PictureOptions options) throws StudioException {
        checkUsed(MODEL, options.networks, options.controls);
        checkUsed(MODE, options.modes, options.controls);
        checkUsed(MASK, options.controlMasks, options.controls);
        checkUsed(FALLOFF, options.falloffs, options.controls);
    }

    private static void checkUsed(String option, List<String> settings, List<String> controls) throws StudioException {
        for (String each : settings) {
            ConditionKind kind = kind(option, each);
            if (controls.stream()
                    .noneMatch(control -> control.toLowerCase(Locale.ROOT).startsWith(kind.key() + "="))) {
                throw new StudioException(new Problem(
                        "There is no control of kind '" + kind.key() + "' to which '" + each + "' could apply.",
                        option,
                        "Give its map with --control " + kind.key() + "=IMAGE."));
            }
        }
    }

    private static ConditionKind kind(String option, String typed) throws StudioException {
        int equals = typed.indexOf('=');
        if (equals <= 0 || equals == typed.length() - 1) {
            throw new StudioException(new Problem(
                    "'" + typed + "' names no kind and value.", option, "Write KIND=VALUE, for example depth=…"));
        }
        return ConditionKind.parse(typed.substring(0, equals));
    }

    private static Optional<String> value(String option, List<String> settings, ConditionKind kind)
            throws StudioException {
        Optional<String> value = Optional.empty();
        for (String each : settings) {
            if (kind(option, each) == kind) {
                value = Optional.of(each.substring(each.indexOf('=') + 1));
            }
        }
        return value;
    }

    static Optional<String> network(List<String> settings, ConditionKind kind, PatchShelf shelf)
            throws StudioException {
        return shelf.network(value(MODEL, settings, kind), MODEL);
    }

    /** @param canvas size of the control's map */
    static ControlReach reach(PictureOptions options, ConditionKind kind, Size canvas) throws StudioException {
        Optional<String> file = value(MASK, options.controlMasks, kind);
        Optional<String> falloff = value(FALLOFF, options.falloffs, kind);
        Optional<Raster> mask = file.isPresent()
                ? Optional.of(Fitting.picture(PictureFile.read(Path.of(file.get())), canvas, FitMode.CROP))
                : Optional.empty();
        return new ControlReach(
                mask,
                falloff.isPresent() ? Amounts.read(FALLOFF, falloff.get(), 0, 1) : ControlReach.EVERYWHERE.falloff());
    }

    static ControlMode mode(List<String> settings, ConditionKind kind) throws StudioException {
        String typed = value(MODE, settings, kind).orElse("balanced");
        List<String> names = Arrays.stream(ControlMode.values())
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .toList();
        return Arrays.stream(ControlMode.values())
                .filter(mode -> mode.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new StudioException(
                        new Problem("There is no mode '" + typed + "'.", MODE, Spelling.remedy(typed, names))));
    }
}
