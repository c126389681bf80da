package studio.sinopia.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Box;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.LayerLook;
import studio.sinopia.document.LayoutBox;
import studio.sinopia.document.pose.BodyPose;
import studio.sinopia.ui.fx.Words;

/** Drawings with a prompt that come with the program, for those who want to see something at once. */
enum Example {
    COTTAGE(Words.of("example.cottage"), "a red house beside a tall tree at sunset") {
        @Override
        Document drawing(Path folder) throws StudioException {
            Raster lines = PictureFile.read(folder.resolve("cottage-lineart.png"));
            Raster segments = PictureFile.read(folder.resolve("cottage-segments.png"));
            return document(
                    lines.size(), painting(ConditionKind.SEGMENTS, segments), painting(ConditionKind.LINEART, lines));
        }
    },
    MEADOW(Words.of("example.meadow"), "two people on a sunny meadow") {
        @Override
        Document drawing(Path folder) {
            Skeleton waving = BodyPose.named("Waving").standing(SIZE, 0.32, 0.16, 0.76);
            Skeleton cheering = BodyPose.named("Cheering").standing(SIZE, 0.7, 0.2, 0.72);
            return document(SIZE, new Layer.Pose(LayerId.random(), Influence.STANDARD, List.of(waving, cheering)));
        }
    },
    COAST(Words.of("example.coast"), "a painting of the sea on a sunny day, a white boat, a yellow sun") {
        @Override
        Document drawing(Path folder) {
            var boat = new LayoutBox("a white boat", new Box(0.12, 0.5, 0.4, 0.34), Colour.hex("#4aa3df"));
            var sun = new LayoutBox("a yellow sun", new Box(0.66, 0.08, 0.24, 0.24), Colour.hex("#d6a03c"));
            return document(
                    SIZE,
                    new Layer.Boxes(LayerId.random(), Influence.STANDARD, LayerLook.STANDARD, List.of(boat, sun)));
        }
    };

    private static final Size SIZE = new Size(256, 256);

    private final String title;
    private final String prompt;

    Example(String title, String prompt) {
        this.title = title;
        this.prompt = prompt;
    }

    String title() {
        return title;
    }

    String prompt() {
        return prompt;
    }

    /** @param folder with the maps that come with the program */
    abstract Document drawing(Path folder) throws StudioException;

    private static Document document(Size size, Layer... layers) {
        return new Document(size, List.of(layers), Optional.empty());
    }

    private static Layer painting(ConditionKind kind, Raster map) {
        return new Layer.Painting(LayerId.random(), kind, Influence.STANDARD, Optional.of(map), List.of());
    }
}
