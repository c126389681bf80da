package studio.sinopia.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.pose.BodyPose;
import studio.sinopia.document.pose.HandShape;
import studio.sinopia.document.pose.PosePart;
import studio.sinopia.recipe.plot.AxisKind;
import studio.sinopia.ui.canvas.PoseViewModel;
import studio.sinopia.ui.canvas.ViewMode;
import studio.sinopia.ui.shell.StudioView;
import studio.sinopia.ui.shell.StudioViewModel;
import studio.sinopia.ui.shell.Theme;
import studio.sinopia.world.Illustrator;
import studio.sinopia.world.SceneMaker;

/**
 * Takes pictures of the window without a display; the worker and the model that ship do the painting. It runs only when
 * it is named, and leaves the pictures in {@code target/snapshots}; {@code studio-dark} is for the README:
 *
 * <pre>{@code mvn -Pquick test -Dtest=WindowSnapshots -Dsnapshots=studio-dark,studio-light -Dsnapshots.seed=7}</pre>
 *
 * Without names it takes all. The seed is that of the picture shown large; {@code -Dsnapshots.language=de} has the window
 * speak German.
 */
class WindowSnapshots {

    private static final String PROMPT = "a red house beside a tall tree at sunset";
    private static final Size SIZE = new Size(256, 256);
    private static final long PATIENCE_SECONDS = 300;

    private final Path folder;
    private final List<String> wanted;
    private final long seed;
    private final RealStudio studio;

    WindowSnapshots() throws Exception {
        Locale.setDefault(Locale.forLanguageTag(System.getProperty("snapshots.language", "en")));
        this.folder = Files.createDirectories(Path.of("target", "snapshots"));
        this.wanted = Arrays.stream(System.getProperty("snapshots", "").split(","))
                .filter(name -> !name.isBlank())
                .toList();
        this.seed = Long.getLong("snapshots.seed", 4);
        this.studio = new RealStudio(Files.createTempDirectory("sinopia-snapshots"));
    }

    @AfterEach
    void end() {
        studio.close();
        Platform.exit();
    }

    @Test
    void everyStateOfTheWindowHasItsPicture() throws Exception {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false); // the first picture must not be the last
        for (Theme theme : Theme.values()) {
            String light = theme == Theme.LIGHT ? "-light" : "-dark";
            take("empty" + light, theme, 1280, 800, blank(), window -> {});
            take("empty-small" + light, theme, 960, 620, blank(), window -> {});
            take("drawing" + light, theme, 1280, 800, Cottage.drawing(), window -> window.prompt(PROMPT));
            take(
                    "settings" + light,
                    theme,
                    1280,
                    1240,
                    Cottage.drawing(),
                    window -> window.fx(() -> {
                        window.scene
                                .getRoot()
                                .lookupAll(".folded")
                                .forEach(each -> ((TitledPane) each).setExpanded(true));
                        window.studio.settings().hires().onProperty().set(true);
                        window.studio.drawing().addLayer(ConditionKind.INPAINT);
                        return true;
                    }));
            take("segments" + light, theme, 1280, 800, Cottage.drawing(), window -> window.activate(0));
            take("segments-small" + light, theme, 960, 620, Cottage.drawing(), window -> window.activate(0));
            take("pose" + light, theme, 1280, 800, blank(), this::poses);
            take("pose-hands" + light, theme, 1280, 800, blank(), window -> {
                poses(window);
                window.press("show-pose-page-hands");
            });
            take("search" + light, theme, 1280, 800, Cottage.drawing(), window -> {
                window.fx(() -> {
                    ((StudioView) window.scene.getRoot()).commands("layer");
                    return true;
                });
            });
            take("photo" + light, theme, 1280, 800, blank(), window -> {
                window.fx(() -> {
                    var size = new Size(512, 384);
                    Raster photo = new Illustrator(size)
                            .draw(new SceneMaker(size).scene(12))
                            .picture();
                    window.studio.drawing().addLayer(ConditionKind.SOFT_EDGE);
                    window.studio.deriving().begin("cottage.jpg", photo);
                    return true;
                });
                window.until(
                        () -> !window.studio.drawing().active().orElseThrow().isEmpty());
            });
            take("question" + light, theme, 1280, 800, blank(), window -> {
                window.fx(() -> {
                    window.studio.intake().open(RealStudio.EXAMPLES.resolve("cottage-lineart.png"));
                    return true;
                });
                window.until(() -> window.studio.intake().openedProperty().get().isPresent());
            });
            take(
                    "trace" + light,
                    theme,
                    1280,
                    800,
                    Cottage.drawing(),
                    window -> window.fx(() -> {
                        var drawing = window.studio.drawing();
                        drawing.removeLayer(
                                drawing.document().layers().getFirst().id());
                        drawing.removeLayer(
                                drawing.document().layers().getFirst().id());
                        drawing.trace(
                                Optional.of(PictureFile.read(RealStudio.EXAMPLES.resolve("cottage-segments.png"))));
                        return true;
                    }));
            take(
                    "problem" + light,
                    theme,
                    1280,
                    800,
                    blank(),
                    window -> window.fx(() -> {
                        window.studio
                                .notice()
                                .show(new Problem(
                                        "The worker ended while it was sampling; it had run out of memory.",
                                        "run 3",
                                        "Your drawing is safe. Choose a smaller size and press Generate again."));
                        return true;
                    }));
            take("preview" + light, theme, 1280, 800, example(), window -> {
                window.prompt(PROMPT);
                window.generate();
                window.until(() -> window.studio.generation().progressProperty().get() >= 0.4);
            });
            take("queue" + light, theme, 1440, 900, example(), window -> {
                window.prompt(PROMPT);
                window.paint(3);
                window.queue();
                window.until(() -> window.studio.generation().progressProperty().get() >= 0.4);
            });
            take("gallery" + light, theme, 1440, 900, example(), window -> {
                window.prompt(PROMPT);
                for (int before = 5; before >= 0; before--) {
                    window.paint(seed + before);
                }
                window.fx(() -> {
                    ((ToggleButton) window.scene.lookup("#gallery-switch")).setSelected(true);
                    return true;
                });
                window.until(() -> window.studio.gallery().shown().size() >= 6);
                window.fx(() -> {
                    window.studio
                            .gallery()
                            .choose(window.studio.gallery().shown().get(1));
                    window.studio.gallery().pin();
                    return true;
                });
                window.until(() -> window.studio.gallery().shown().get(1).pinned());
                Thread.sleep(1500); // thumbnails come one after another
            });
            take("compare" + light, theme, 1440, 900, example(), window -> {
                window.prompt(PROMPT);
                window.paint(3);
                window.paint(4);
                window.fx(() -> {
                    var pictures = window.studio.results().pictures();
                    window.studio.compare().compare(pictures.get(0), pictures.get(1));
                    return true;
                });
            });
            take("plot" + light, theme, 1440, 900, example(), window -> {
                window.prompt(PROMPT);
                window.fx(() -> {
                    var plot = window.studio.plot();
                    plot.axes().get(0).valuesProperty().set("4, 8, 20");
                    plot.axes().get(1).kindProperty().set(Optional.of(AxisKind.PROMPT));
                    plot.axes().get(1).valuesProperty().set("red, blue, yellow");
                    plot.openProperty().set(true);
                    plot.paint();
                    return true;
                });
                window.until(() -> window.studio.plot().summaryProperty().get().equals("9 of 9 painted"));
            });
            take("small" + light, theme, 960, 620, example(), window -> {
                window.prompt(PROMPT);
                window.paint(3);
            });
            take("studio" + light, theme, 1440, 900, example(), window -> {
                window.prompt(PROMPT);
                for (int before = 3; before >= 0; before--) {
                    window.paint(seed + before);
                }
            });
        }
    }

    private void poses(Window window) throws Exception {
        window.prompt("a girl waving on a meadow");
        window.fx(() -> {
            window.studio.drawing().addLayer(ConditionKind.POSE);
            var people = window.studio.instruments().people();
            var pose = window.studio.pose();
            people.take(BodyPose.ALL.get(3));
            people.hand(PosePart.LEFT_HAND, HandShape.ALL.get(0));
            people.hand(PosePart.RIGHT_HAND, HandShape.ALL.get(1));
            people.face(true);
            drag(pose, new Skeleton.Point(0.36, 0.5));
            people.add();
            people.take(BodyPose.ALL.get(10));
            drag(pose, new Skeleton.Point(0.76, 0.52));
            pose.choosePerson(0);
            pose.choose(8);
            return true;
        });
    }

    /** Moves the person in hand so that the middle of its hips lies there. */
    private static void drag(PoseViewModel pose, Skeleton.Point to) {
        Skeleton person = pose.people().get(pose.chosen().orElseThrow());
        Skeleton.Point hip = person.at(Joint.RIGHT_HIP).orElseThrow();
        Skeleton.Point knee = person.at(Joint.RIGHT_KNEE).orElseThrow();
        double x = (hip.x() + knee.x()) / 2 * SIZE.width();
        double y = (hip.y() + knee.y()) / 2 * SIZE.height();
        pose.grab(x, y, 3);
        pose.dragTo(x + (to.x() - hip.x()) * SIZE.width(), y + (to.y() - hip.y()) * SIZE.height());
        pose.release();
    }

    private static Document blank() {
        return Document.empty(SIZE).with(new Edit.AddLayer(Layer.empty(ConditionKind.LINEART), 0));
    }

    /** The drawing that comes with the program. */
    private static Document example() throws Exception {
        return new Document(
                SIZE,
                List.of(
                        map(ConditionKind.SEGMENTS, "cottage-segments.png"),
                        map(ConditionKind.LINEART, "cottage-lineart.png")),
                Optional.empty());
    }

    private static Layer map(ConditionKind kind, String file) throws Exception {
        Raster map = PictureFile.read(RealStudio.EXAMPLES.resolve(file));
        return new Layer.Painting(LayerId.random(), kind, Influence.STANDARD, Optional.of(map), List.of());
    }

    private interface Scenario {
        void play(Window window) throws Exception;
    }

    private void take(String name, Theme theme, int width, int height, Document document, Scenario scenario)
            throws Exception {
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            return;
        }
        var window = new Window(theme, width, height, document);
        scenario.play(window);
        Path file = folder.resolve(name + ".png");
        PictureFile.write(file, window.picture());
        window.close();
    }

    /** One window and the person before it. */
    private final class Window {
        private final StudioViewModel studio;
        private final Stage stage;
        private final Scene scene;

        Window(Theme theme, int width, int height, Document document) throws Exception {
            studio = onFx(() -> new StudioViewModel(
                    WindowSnapshots.this.studio.parts(document, Runnable::run), Platform::runLater, () -> 4711));
            scene = onFx(() -> {
                var view = new StudioView(studio, new NoFiles(), new SimpleObjectProperty<>(theme));
                var made = new Scene(view, width, height);
                theme.dress(made);
                return made;
            });
            stage = onFx(() -> {
                var made = new Stage();
                made.setScene(scene);
                made.show();
                ((StudioView) scene.getRoot()).canvas().requestFocus();
                return made;
            });
        }

        void fx(Callable<?> work) throws Exception {
            onFx(work);
        }

        void press(String id) throws Exception {
            fx(() -> {
                ((javafx.scene.control.ButtonBase) scene.lookup("#" + id)).fire();
                return id;
            });
        }

        void prompt(String words) throws Exception {
            fx(() -> {
                studio.settings().promptProperty().set(words);
                return words;
            });
        }

        /** @param index of the layer, 0 at the bottom */
        void activate(int index) throws Exception {
            fx(() -> {
                var drawing = studio.drawing();
                drawing.activate(drawing.document().layers().get(index).id());
                return index;
            });
        }

        void generate() throws Exception {
            fx(() -> {
                ((StudioView) scene.getRoot()).canvas().modeProperty().set(ViewMode.SIDE_BY_SIDE);
                studio.generation().generate();
                return true;
            });
        }

        void paint(long seed) throws Exception {
            int before = studio.results().pictures().size();
            fx(() -> {
                studio.settings().seedProperty().set(seed);
                return seed;
            });
            generate();
            until(() -> studio.results().pictures().size() > before);
        }

        /** Several things at once, one of which cannot be painted. */
        void queue() throws Exception {
            fx(() -> {
                ((ToggleButton) scene.lookup("#queue-switch")).setSelected(true);
                studio.settings().countProperty().set(3);
                studio.settings().stepsProperty().set(60);
                studio.generation().generate();
                studio.settings().promptProperty().set("a yellow house beside a tree in the snow at night");
                studio.settings().countProperty().set(1);
                studio.generation().generate();
                studio.settings().samplerProperty().set("Heun");
                studio.settings().promptProperty().set("(a blue house");
                studio.generation().generate();
                return true;
            });
        }

        void until(BooleanSupplier condition) throws Exception {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!onFx(condition::getAsBoolean)) {
                Optional<Problem> problem =
                        onFx(() -> studio.notice().problemProperty().get());
                if (problem.isPresent() || System.nanoTime() > end) {
                    throw new IllegalStateException("Not seen: " + problem);
                }
                Thread.sleep(20);
            }
        }

        Raster picture() throws Exception {
            var settled = new CompletableFuture<Boolean>();
            Platform.runLater(() -> afterPulses(4, () -> settled.complete(true)));
            settled.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            WritableImage image = onFx(() -> scene.snapshot(null));
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return Raster.of(new Size(width, height), pixels);
        }

        void close() throws Exception {
            fx(() -> {
                studio.generation().cancelAll();
                studio.close();
                stage.close();
                return true;
            });
        }
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception failure) {
                result.completeExceptionally(failure);
            }
        });
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for some pulses, so that layout and styles have settled. */
    private static void afterPulses(int pulses, Runnable then) {
        new AnimationTimer() {
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
}
