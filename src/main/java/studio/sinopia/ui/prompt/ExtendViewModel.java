package studio.sinopia.ui.prompt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.Outpainting;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.fx.Words;

/** By how much the canvas, and the picture on it, shall grow on each side. */
public final class ExtendViewModel {

    private static final int USUAL = 64;

    /** A side of the canvas. */
    public enum Side {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM;

        String title() {
            return Words.of("extend." + name().toLowerCase(Locale.ROOT));
        }
    }

    private final DrawingViewModel drawing;
    private final Consumer<Outpainting> action;
    private final Map<Side, IntegerProperty> pixels = new EnumMap<>(Side.class);
    private final Observable[] all;

    /** @param action lets canvas and picture grow */
    public ExtendViewModel(DrawingViewModel drawing, Consumer<Outpainting> action) {
        this.drawing = drawing;
        this.action = action;
        for (Side side : Side.values()) {
            boolean across = side == Side.LEFT || side == Side.RIGHT;
            pixels.put(side, new SimpleIntegerProperty(this, side.name(), across ? USUAL : 0));
        }
        List<Observable> changing = new ArrayList<>(pixels.values());
        changing.add(drawing.documentProperty());
        this.all = changing.toArray(Observable[]::new);
    }

    /** Pixels that shall be new at a side, 0 or more. */
    public IntegerProperty pixelsProperty(Side side) {
        return Objects.requireNonNull(pixels.get(side));
    }

    /** Why it cannot grow so; empty if it can. */
    public ObservableValue<Optional<String>> refusalProperty() {
        return Bindings.createObjectBinding(this::refusal, all);
    }

    /** How large the canvas will be, in words. */
    public ObservableValue<String> sizeProperty() {
        return Bindings.createStringBinding(() -> wanted().map(Size::toString).orElse(""), all);
    }

    /** Does it, if it can be done. */
    public void extend() {
        if (refusal().isEmpty()) {
            outpainting().ifPresent(action);
        }
    }

    private Optional<Outpainting> outpainting() {
        int left = pixels(Side.LEFT);
        int right = pixels(Side.RIGHT);
        int top = pixels(Side.TOP);
        int bottom = pixels(Side.BOTTOM);
        return left + right + top + bottom == 0
                ? Optional.empty()
                : Optional.of(new Outpainting(left, top, right, bottom));
    }

    private Optional<Size> wanted() {
        return outpainting().map(grow -> grow.size(drawing.document().size()));
    }

    private Optional<String> refusal() {
        Optional<Size> wanted = wanted();
        if (wanted.isEmpty()) {
            return Optional.of(Words.of("extend.nothing"));
        }
        int longest = Math.max(wanted.get().width(), wanted.get().height());
        return longest > SizePicker.LARGEST
                ? Optional.of(Words.of("extend.most", wanted.get(), SizePicker.LARGEST))
                : Optional.empty();
    }

    private int pixels(Side side) {
        return pixelsProperty(side).get();
    }
}
