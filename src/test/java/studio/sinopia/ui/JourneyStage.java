package studio.sinopia.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.ui.shell.StudioView;
import studio.sinopia.ui.shell.StudioViewModel;
import studio.sinopia.ui.shell.Theme;

/** The window of a journey, and how one looks at it. */
final class JourneyStage {

    private static final int PATIENCE_SECONDS = 30;

    private JourneyStage() {}

    /** Shows the window of {@code studio}; the canvas has the keyboard. */
    static StudioView show(Stage stage, StudioViewModel studio, StudioView.Files files) {
        var view = new StudioView(studio, files, new SimpleObjectProperty<>(Theme.DARK));
        var scene = new Scene(view, 1280, 800);
        Theme.DARK.dress(scene);
        stage.setScene(scene);
        stage.show();
        view.canvas().requestFocus();
        return view;
    }

    /** An empty drawing with one layer for lines. */
    static Document blank() {
        return Document.empty(new Size(256, 256)).with(new Edit.AddLayer(Layer.empty(ConditionKind.LINEART), 0));
    }

    /** Waits until something can be seen. */
    static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (TimeoutException late) {
            throw new AssertionError("not seen within %d s".formatted(PATIENCE_SECONDS), late);
        }
    }

    static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
