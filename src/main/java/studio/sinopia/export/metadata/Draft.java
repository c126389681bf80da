package studio.sinopia.export.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.core.Size;

/** Settings in the making, since every tool says other things first. Values that cannot be are left out. */
final class Draft {

    private static final int LONGEST_SIDE = 1 << 16;

    private final Tool tool;
    String prompt = "";
    String negative = "";
    Optional<Size> size = Optional.empty();
    Optional<Long> seed = Optional.empty();
    Optional<Integer> steps = Optional.empty();
    Optional<Double> guidance = Optional.empty();
    Optional<String> sampler = Optional.empty();
    Optional<String> schedule = Optional.empty();
    Optional<String> model = Optional.empty();
    Optional<String> modelHash = Optional.empty();
    Optional<Double> strength = Optional.empty();
    Optional<String> noise = Optional.empty();
    final List<PictureSettings.Patch> patches = new ArrayList<>();
    final List<PictureSettings.Unit> controls = new ArrayList<>();
    final Map<String, String> others = new LinkedHashMap<>();

    Draft(Tool tool) {
        this.tool = tool;
    }

    void size(Optional<Long> width, Optional<Long> height) {
        if (width.filter(Draft::isSide).isPresent()
                && height.filter(Draft::isSide).isPresent()) {
            size = Optional.of(new Size(width.get().intValue(), height.get().intValue()));
        }
    }

    private static boolean isSide(long pixels) {
        return pixels >= 1 && pixels <= LONGEST_SIDE;
    }

    void steps(Optional<Long> number) {
        steps = number.filter(n -> n >= 1 && n <= 10_000).map(Long::intValue);
    }

    PictureSettings settings() {
        return new PictureSettings(
                tool,
                prompt.strip(),
                negative.strip(),
                size,
                seed,
                steps,
                guidance.filter(Draft::isFinite),
                sampler.filter(Draft::isSaid),
                schedule.filter(Draft::isSaid),
                model.filter(Draft::isSaid),
                modelHash.filter(Draft::isSaid),
                strength.filter(s -> s >= 0 && s <= 1),
                noise,
                patches.stream()
                        .filter(patch -> isFinite(patch.weight()) && isFinite(patch.textWeight()))
                        .toList(),
                controls,
                others);
    }

    private static boolean isFinite(double number) {
        return Double.isFinite(number);
    }

    private static boolean isSaid(String text) {
        return !text.isBlank();
    }
}
