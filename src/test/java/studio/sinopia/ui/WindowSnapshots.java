package studio.sinopia.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.ui.canvas.ViewMode;
import studio.sinopia.ui.shell.StudioView;
import studio.sinopia.ui.shell.StudioViewModel;
import studio.sinopia.ui.shell.Theme;

/**
 * Takes pictures of the window without a display: {@code WindowSnapshots FOLDER [PICTURE …]}. The pictures are shown as
 * results. Started with {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class WindowSnapshots {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final Path folder;
    private final FakeRuns runs = new FakeRuns();

    private WindowSnapshots(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var snapshots = new WindowSnapshots(Files.createDirectories(Path.of(arguments[0])));
        var pictures = new Raster[arguments.length - 1];
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = PictureFile.read(Path.of(arguments[i + 1]));
        }
        Platform.startup(() -> {});
        Platform.setImplicitExit(false); // the first picture must not be the last
        snapshots.take(
                "studio-empty-dark",
                Theme.DARK,
                Document.empty(Cottage.SIZE)
                        .with(new Edit.AddLayer(Layer.empty(studio.sinopia.condition.ConditionKind.LINEART), 0)),
                (studio, view) -> {});
        snapshots.take("studio-drawing-light", Theme.LIGHT, Cottage.drawing(), (studio, view) -> {
            studio.settings().promptProperty().set("a red house beside a tall tree at sunset, storybook");
        });
        snapshots.take("studio-segments-dark", Theme.DARK, Cottage.drawing(), (studio, view) -> {
            studio.settings().promptProperty().set("a red house beside a tall tree at sunset, storybook");
            studio.drawing()
                    .activate(studio.drawing().document().layers().getFirst().id());
        });
        snapshots.take("studio-pose-light", Theme.LIGHT, Cottage.drawing(), (studio, view) -> {
            studio.drawing()
                    .activate(studio.drawing().document().layers().get(1).id());
            studio.notice()
                    .show(new Problem(
                            "The worker ended while it was sampling; it had run out of memory.",
                            "run 3",
                            "Your drawing is safe. Choose a smaller size and press Generate again."));
        });
        for (Theme theme : Theme.values()) {
            snapshots.take(
                    theme == Theme.DARK ? "studio-dark" : "studio-light", theme, Cottage.drawing(), (studio, view) -> {
                        studio.settings().promptProperty().set("a red house beside a tall tree at sunset, storybook");
                        for (int i = 0; i < pictures.length; i++) {
                            studio.generation().generate();
                            snapshots.runs.finishes(snapshots.runs.asked.size() - 1, pictures[i]);
                        }
                        studio.generation().generate();
                        int last = snapshots.runs.asked.size() - 1;
                        snapshots.runs.steps(
                                last,
                                10,
                                20,
                                pictures.length > 0 ? pictures[0] : FakeRuns.picture(Colour.hex("#7a8fa0")));
                        view.canvas().modeProperty().set(ViewMode.SIDE_BY_SIDE);
                    });
        }
        Platform.exit();
    }

    private interface Scenario {
        void play(StudioViewModel studio, StudioView view);
    }

    private void take(String name, Theme theme, Document document, Scenario scenario) throws Exception {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            var parts = TestParts.of(runs, (picture, recipe, file) -> {}, document);
            var studio = new StudioViewModel(parts, Runnable::run, () -> 4711);
            ObjectProperty<Theme> themes = new SimpleObjectProperty<>(theme);
            var view = new StudioView(studio, new NoFiles(), themes);
            var scene = new Scene(view, WIDTH, HEIGHT);
            theme.dress(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            view.canvas().requestFocus();
            scenario.play(studio, view);
            settle(4, () -> {
                WritableImage image = scene.snapshot(null);
                write(image, folder.resolve(name + ".png"));
                studio.close();
                stage.close();
                done.countDown();
            });
        });
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no picture of " + name);
        }
    }

    /** Waits for some pulses, so that layout and styles have settled. */
    private static void settle(int pulses, Runnable then) {
        new javafx.animation.AnimationTimer() {
            private int left = pulses;

            @Override
            public void handle(long now) {
                if (--left < 0) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            PictureFile.write(file, Raster.of(new Size(width, height), pixels));
        } catch (studio.sinopia.core.StudioException failure) {
            throw new IllegalStateException(failure);
        }
        System.out.println(file);
    }

    private static final class NoFiles implements StudioView.Files {
        @Override
        public void save() {}

        @Override
        public void openMap(LayerId layer) {}

        @Override
        public void dropped(Path file, LayerId layer) {}
    }
}
