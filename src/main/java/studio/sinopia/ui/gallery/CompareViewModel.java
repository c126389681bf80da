package studio.sinopia.ui.gallery;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Two pictures that are being compared: over each other with a line between them, or side by side. */
public final class CompareViewModel {

    private final ReadOnlyObjectWrapper<Optional<Pair>> pair =
            new ReadOnlyObjectWrapper<>(this, "pair", Optional.empty());
    private final BooleanProperty sideBySide = new SimpleBooleanProperty(this, "sideBySide", false);
    private final DoubleProperty share = new SimpleDoubleProperty(this, "share", 0.5);

    /** What is compared. */
    public record Pair(FinishedPicture left, FinishedPicture right) {

        /** How both came about, in a line. */
        String captions() {
            return left.caption() + "   |   " + right.caption();
        }
    }

    public ReadOnlyObjectProperty<Optional<Pair>> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    /** Whether they stand beside each other rather than over each other. */
    public BooleanProperty sideBySideProperty() {
        return sideBySide;
    }

    /** Where the line stands, 0 … 1 from the left. */
    public DoubleProperty shareProperty() {
        return share;
    }

    public void compare(FinishedPicture left, FinishedPicture right) {
        share.set(0.5);
        pair.set(Optional.of(new Pair(left, right)));
    }

    public void close() {
        pair.set(Optional.empty());
    }
}
