package studio.sinopia.measure;

import java.nio.file.Path;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.annotator.PixelReader;
import studio.sinopia.engine.annotator.Planes;
import studio.sinopia.world.Edition;

/**
 * The judge that ships: a small network trained on scenes of the illustrated world, never on painted pictures. It answers
 * at half the picture's size: a logit for each class of {@code StorybookPalette}, four logits of line art for the four
 * pixels that each of its own covers (row by row), and depth, 0 (far) … 1 (near). Belongs to the thread that opened it.
 */
public final class NetworkJudge implements Judge, AutoCloseable {

    /** Planes beside those of the classes: four of lines and one of depth. */
    private static final int OTHERS = 5;

    private final PixelReader network;
    private final Path folder;

    private NetworkJudge(PixelReader network, Path folder) {
        this.network = network;
        this.folder = folder;
    }

    /** Where the judge lies in a program that is installed in {@code home}. */
    public static Path folder(Path home) {
        return home.resolve("assets").resolve("judges").resolve("storybook");
    }

    /** @throws StudioException if the folder holds no judge */
    public static NetworkJudge open(Path folder) throws StudioException {
        return new NetworkJudge(PixelReader.open(folder), folder);
    }

    @Override
    public Verdict read(Raster picture) throws StudioException {
        Planes planes = network.read(picture);
        int known = planes.count() - OTHERS;
        if (Edition.ofClasses(known).isEmpty() || planes.size().width() * 2 != picture.width()) {
            throw new StudioException(new Problem(
                    "The judge gives %d planes of %s; %d of half the picture's size are needed."
                            .formatted(
                                    planes.count(),
                                    planes.size(),
                                    StorybookPalette.PALETTE.classes().size() + OTHERS),
                    folder.toString(),
                    "Restore the folder from where the program came."));
        }
        int width = picture.width();
        int area = Math.toIntExact(picture.size().area());
        int[] classes = new int[area];
        float[] lines = new float[area];
        float[] depth = new float[area];
        for (int i = 0; i < area; i++) {
            int x = i % width;
            int y = i / width;
            classes[i] = likeliest(planes, known, x / 2, y / 2);
            double logit = planes.at(known + 2 * (y % 2) + x % 2, x / 2, y / 2);
            lines[i] = (float) (1 / (1 + Math.exp(-logit)));
            depth[i] = 255 * Math.clamp(planes.at(known + 4, x / 2, y / 2), 0f, 1f);
        }
        return new Verdict(classes, LineMap.of(picture.size(), lines), depth);
    }

    private static int likeliest(Planes planes, int known, int x, int y) {
        int best = 0;
        for (int each = 1; each < known; each++) {
            if (planes.at(each, x, y) > planes.at(best, x, y)) {
                best = each;
            }
        }
        return best;
    }

    @Override
    public void close() {
        network.close();
    }
}
