package studio.sinopia.ui;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import studio.sinopia.control.Control;
import studio.sinopia.core.Raster;
import studio.sinopia.document.Document;
import studio.sinopia.ui.shell.StudioView;
import studio.sinopia.ui.shell.StudioViewModel;
import studio.sinopia.ui.shell.Theme;

/** The studio's window over runs that the test plays, and what a hand does in it. For one journey. */
final class TestWindow {

    final FakeRuns runs = new FakeRuns();
    final StudioViewModel studio;
    final StudioView view;

    /** Shows the window; on the FX thread. */
    TestWindow(Stage stage, Document document, StudioView.Files files) {
        studio = new StudioViewModel(
                TestParts.of(runs, (picture, recipe, file) -> {}, document), Platform::runLater, () -> 4711);
        view = new StudioView(studio, files, new SimpleObjectProperty<>(Theme.DARK));
        var scene = new Scene(view, 1280, 800);
        Theme.DARK.dress(scene);
        stage.setScene(scene);
        stage.show();
        view.canvas().requestFocus();
    }

    /** Drags on the canvas, from and to document pixels. */
    void drag(FxRobot robot, double x0, double y0, double x1, double y1) {
        robot.moveTo(screen(x0, y0));
        robot.press(MouseButton.PRIMARY);
        for (int i = 1; i <= 4; i++) {
            robot.moveTo(screen(x0 + (x1 - x0) * i / 4, y0 + (y1 - y0) * i / 4));
        }
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    Point2D screen(double x, double y) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.canvas().screenPoint(x, y));
    }

    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("not seen within 30 s", late);
        }
    }

    static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    /** The map that a run was asked to follow. */
    Raster map(int run) {
        return ((Control.Structure) runs.asked.get(run).controls().getFirst())
                .map()
                .raster();
    }

    static long white(Raster map) {
        return Arrays.stream(map.pixels())
                .filter(argb -> Raster.grey(argb) > 127)
                .count();
    }
}
