package studio.sinopia.measure;

import java.nio.file.Path;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.annotator.PixelReader;

/**
 * The judge that ships: a small network trained on scenes of the illustrated world, never on painted pictures. Its planes
 * are a logit for each class of {@code StorybookPalette}, a logit of line art, and depth, 0 (far) … 1 (near). Belongs to the
 * thread that opened it.
 */
public final class NetworkJudge implements Judge, AutoCloseable {

    private static final int CLASSES = StorybookPalette.PALETTE.classes().size();
    private static final int LINE = CLASSES;
    private static final int DEPTH = CLASSES + 1;

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
        float[][] planes = network.read(picture);
        if (planes.length != CLASSES + 2) {
            throw new StudioException(new Problem(
                    "The judge gives %d planes, and %d are needed.".formatted(planes.length, CLASSES + 2),
                    folder.toString(),
                    "Restore the folder from where the program came."));
        }
        int area = planes[0].length;
        int[] classes = new int[area];
        float[] lines = new float[area];
        float[] depth = new float[area];
        for (int i = 0; i < area; i++) {
            classes[i] = likeliest(planes, i);
            lines[i] = (float) (1 / (1 + Math.exp(-planes[LINE][i])));
            depth[i] = 255 * Math.clamp(planes[DEPTH][i], 0f, 1f);
        }
        return new Verdict(classes, LineMap.of(picture.size(), lines), depth);
    }

    private static int likeliest(float[][] planes, int pixel) {
        int best = 0;
        for (int each = 1; each < CLASSES; each++) {
            if (planes[each][pixel] > planes[best][pixel]) {
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
