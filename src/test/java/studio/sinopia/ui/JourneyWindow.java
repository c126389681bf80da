package studio.sinopia.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.control.Control;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.ui.shell.StudioView;
import studio.sinopia.ui.shell.StudioViewModel;
import studio.sinopia.ui.shell.Theme;

/**
 * The window of a journey: it is shown before each test and closed after it, and the test's {@link FxRobot} is its hand. It
 * also knows what a hand does on the canvas, and how one waits for what shall be seen.
 */
@SuppressWarnings("NullAway.Init") // set before each test
final class JourneyWindow implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final int PATIENCE_SECONDS = 30;

    /** What stands behind the window. */
    interface Parts {
        /** @param runs which the test plays, for a studio without a worker */
        StudioParts over(FakeRuns runs) throws Exception;
    }

    final FakeRuns runs = new FakeRuns();
    StudioViewModel studio;
    StudioView view;
    private final Parts parts;
    private final StudioView.Files files;
    private final FxRobot robot = new FxRobot();
    private Stage stage;

    JourneyWindow(Parts parts, StudioView.Files files) {
        this.parts = parts;
        this.files = files;
    }

    /** Over runs that the test plays. */
    JourneyWindow(Document document, StudioView.Files files) {
        this(runs -> TestParts.of(runs, (picture, recipe, file) -> {}, document), files);
    }

    /** For somebody who opens and saves no file. */
    JourneyWindow(Document document) {
        this(document, new NoFiles());
    }

    /** A drawing of 256 x 256 without layers. */
    static Document empty() {
        return Document.empty(new Size(256, 256));
    }

    /** An empty drawing with one layer for lines. */
    static Document blank() {
        return empty().with(new Edit.AddLayer(Layer.empty(ConditionKind.LINEART), 0));
    }

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        StudioParts given = parts.over(runs);
        stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(shown -> {
            open(given);
            shown.show();
        });
    }

    /** Begins anew as after a start of the program; on the FX thread. */
    void open(StudioParts given) {
        studio = new StudioViewModel(given, Platform::runLater, () -> 4711);
        view = new StudioView(studio, files, new SimpleObjectProperty<>(Theme.DARK));
        var scene = new Scene(view, 1280, 800);
        Theme.DARK.dress(scene);
        stage.setScene(scene);
        view.canvas().requestFocus();
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        robot.release(new KeyCode[0]); // all that a failed test still holds
        robot.release(new MouseButton[0]);
        robot.interact(() -> studio.close());
        FxToolkit.cleanupStages();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == FxRobot.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return robot;
    }

    /** Drags on the canvas, from and to document pixels. */
    void drag(double x0, double y0, double x1, double y1) {
        robot.moveTo(screen(x0, y0));
        robot.press(MouseButton.PRIMARY);
        for (int i = 1; i <= 4; i++) {
            robot.moveTo(screen(x0 + (x1 - x0) * i / 4, y0 + (y1 - y0) * i / 4));
        }
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    /** Where on the screen a pixel of the document is. */
    Point2D screen(double x, double y) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.canvas().screenPoint(x, y));
    }

    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    String text(String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    /** The map that a run was asked to follow. */
    Raster map(int run) {
        return ((Control.Structure) runs.asked.get(run).controls().getFirst())
                .map()
                .raster();
    }

    /** Waits until the canvas shows this picture. */
    void untilItShows(Raster picture) {
        until(() ->
                view.canvas().pictureProperty().get().filter(picture::equals).isPresent());
    }

    /** Waits until something can be seen. */
    static void until(Callable<Boolean> condition) {
        until(PATIENCE_SECONDS, condition);
    }

    static void until(int patienceSeconds, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    patienceSeconds,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (TimeoutException late) {
            throw new AssertionError("not seen within %d s".formatted(patienceSeconds), late);
        }
    }
}
