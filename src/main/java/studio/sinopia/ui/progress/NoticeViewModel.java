package studio.sinopia.ui.progress;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.sinopia.core.Problem;

/** The one problem that is shown, until it is dismissed or something works again. */
public final class NoticeViewModel {

    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public void show(Problem newProblem) {
        problem.set(Optional.of(newProblem));
    }

    public void dismiss() {
        problem.set(Optional.empty());
    }
}
