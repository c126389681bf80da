package studio.sinopia.ui.fx;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One of some things that have titles, chosen from a list. */
public final class Choice<T> extends ComboBox<T> {

    private static final double NARROW = 100; // it grows with the room there is

    /**
     * @param help what the choice does
     * @param chosen follows the choice, and is followed
     */
    public Choice(String id, String help, List<T> all, Function<T, String> title, Property<T> chosen) {
        setId(id);
        getItems().addAll(all);
        setPrefWidth(NARROW);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T each) {
                return each == null ? "" : title.apply(each);
            }

            @Override
            public T fromString(String shown) {
                throw new UnsupportedOperationException("Chosen, not typed");
            }
        });
        Hint.on(this, help);
        valueProperty().bindBidirectional(chosen);
    }
}
