package studio.sinopia.ui.prompt;

import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.MaskedContent;

/** How the place inside a mask is painted. */
public final class InpaintingViewModel {

    private final IntegerProperty blur = new SimpleIntegerProperty(this, "blur", Inpainting.STANDARD.blur());
    private final ObjectProperty<MaskedContent> content =
            new SimpleObjectProperty<>(this, "content", Inpainting.STANDARD.content());
    private final BooleanProperty onlyMasked = new SimpleBooleanProperty(this, "onlyMasked", false);
    private final IntegerProperty padding = new SimpleIntegerProperty(this, "padding", Inpainting.STANDARD_PADDING);

    /** In pixels, 0 … {@link Inpainting#MOST_BLUR}. */
    public IntegerProperty blurProperty() {
        return blur;
    }

    /** What stands inside the mask at first. */
    public ObjectProperty<MaskedContent> contentProperty() {
        return content;
    }

    /** Whether only the part around the mask is painted, as large as the whole. */
    public BooleanProperty onlyMaskedProperty() {
        return onlyMasked;
    }

    /** Pixels around the mask that are seen then, 0 … {@link Inpainting#MOST_PADDING}. */
    public IntegerProperty paddingProperty() {
        return padding;
    }

    List<Property<?>> properties() {
        return List.of(blur, content, onlyMasked, padding);
    }

    /** Sets all of it. */
    public void recall(Inpainting inpainting) {
        blur.set(inpainting.blur());
        content.set(inpainting.content());
        onlyMasked.set(inpainting.onlyMasked());
        inpainting.padding().ifPresent(padding::set);
    }

    public Inpainting inpainting() {
        return new Inpainting(
                blur.get(), content.get(), onlyMasked.get() ? OptionalInt.of(padding.get()) : OptionalInt.empty());
    }
}
