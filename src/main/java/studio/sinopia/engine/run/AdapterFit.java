package studio.sinopia.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlMode;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.weights.ModelConfig;

/** Whether the features of a T2I-Adapter arise where a U-Net takes them: as wide, and at the same share of the picture's size. */
final class AdapterFit {

    private AdapterFit() {}

    /**
     * One feature map.
     *
     * @param channels its width
     * @param pixels of the picture's side for one cell
     */
    private record Place(int channels, int pixels) {}

    /** @return what does not fit */
    static Optional<Problem> misfit(ModelConfig adapter, ModelDescription model, Control.Structure control, int tile)
            throws StudioException {
        List<Place> taken = taken(model);
        List<Place> given = given(adapter);
        if (given.size() < taken.size() || !given.subList(0, taken.size()).equals(taken)) {
            return Optional.of(problem(
                    "The T2I-Adapter gives features of %s, the model's U-Net takes %s."
                            .formatted(words(given), words(taken)),
                    control,
                    "Choose a T2I-Adapter that was made for this model's family."));
        }
        int step = adapter.integer("downscale_factor", 8);
        Size size = control.map().raster().size();
        if (size.width() % step != 0 || size.height() % step != 0 || tile % step != 0) {
            return Optional.of(problem(
                    "The T2I-Adapter reads maps whose sides %d divides; the picture is %s%s."
                            .formatted(step, size, tile > 0 ? ", its tiles " + tile : ""),
                    control,
                    "Choose sides that %d divides.".formatted(step)));
        }
        return control.mode() == ControlMode.BALANCED
                ? Optional.empty()
                : Optional.of(problem(
                        "A T2I-Adapter has no control mode, its features are the same for both prompts.",
                        control,
                        "Leave the mode at balanced."));
    }

    private static Problem problem(String what, Control.Structure control, String remedy) {
        return new Problem(what, control.network().orElse(control.map().kind().key()), remedy);
    }

    private static List<Place> taken(ModelDescription model) {
        List<UNetConfig.Level> levels = model.unet().levels();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            boolean attends = levels.get(i).depth() > 0;
            int halvings = attends ? i : Math.min(i + 1, levels.size() - 1); // others take them after they shrink
            places.add(new Place(levels.get(i).channels(), model.reduction() << halvings));
        }
        return places;
    }

    private static List<Place> given(ModelConfig adapter) throws StudioException {
        int[] channels = adapter.integers("channels");
        int pixels = adapter.integer("downscale_factor", 8);
        boolean xl = adapter.text("adapter_type", "full_adapter").equals("full_adapter_xl");
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < channels.length; i++) {
            places.add(new Place(channels[i], pixels << (xl ? i / 2 : i)));
        }
        if (adapter.text("adapter_type", "full_adapter").equals("light_adapter")) {
            places.add(new Place(channels[channels.length - 1], pixels << channels.length));
        }
        return places;
    }

    private static String words(List<Place> places) {
        return places.stream()
                .map(place -> place.channels() + "/" + place.pixels())
                .toList()
                .toString();
    }
}
