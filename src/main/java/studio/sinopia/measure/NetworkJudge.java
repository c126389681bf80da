package studio.sinopia.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton.Point;
import studio.sinopia.core.Box;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.annotator.PixelReader;
import studio.sinopia.engine.annotator.Planes;
import studio.sinopia.measure.JudgePlanes.Part;
import studio.sinopia.world.Style;

/**
 * The judge that ships: a small network trained on scenes of the illustrated world, never on painted pictures. It answers
 * at half the picture's size, see {@link JudgePlanes}. Belongs to the thread that opened it.
 */
public final class NetworkJudge implements Judge, AutoCloseable {

    private static final List<Joint> JOINTS = List.of(Joint.values());
    private static final List<Style> STYLES = List.of(Style.values());

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
        Planes answer = network.read(picture);
        JudgePlanes planes = JudgePlanes.of(answer)
                .filter(parts -> parts.size().width() * 2 == picture.width())
                .orElseThrow(() -> new StudioException(new Problem(
                        "This is no judge: it gives %d planes of %s.".formatted(answer.count(), answer.size()),
                        folder.toString(),
                        "Name another folder, or restore this one from where the program came.")));
        int width = picture.width();
        int area = Math.toIntExact(picture.size().area());
        int[] classes = new int[area];
        float[] lines = new float[area];
        float[] depth = new float[area];
        for (int i = 0; i < area; i++) {
            int x = i % width;
            int y = i / width;
            classes[i] = planes.likeliest(Part.CLASSES, x / 2, y / 2);
            lines[i] = (float) sigmoid(planes.at(Part.LINES, 2 * (y % 2) + x % 2, x / 2, y / 2));
            depth[i] = 255 * Math.clamp(planes.at(Part.DEPTH, 0, x / 2, y / 2), 0f, 1f);
        }
        return new Verdict(classes, LineMap.of(picture.size(), lines), depth, planes.means(), findings(planes));
    }

    private static Optional<Findings> findings(JudgePlanes planes) {
        return planes.has(Part.STYLES)
                ? Optional.of(new Findings(
                        (joint, part) -> strongest(planes, JOINTS.indexOf(joint), part),
                        new ThingSpotter(planes).things(),
                        style(planes)))
                : Optional.empty();
    }

    private static Point strongest(JudgePlanes planes, int joint, Box part) {
        int width = planes.size().width();
        int height = planes.size().height();
        int left = Math.min(width - 1, (int) (part.x() * width));
        int right = Math.clamp((int) Math.ceil((part.x() + part.width()) * width), left + 1, width);
        int top = Math.min(height - 1, (int) (part.y() * height));
        int foot = Math.clamp((int) Math.ceil((part.y() + part.height()) * height), top + 1, height);
        int bestX = left;
        int bestY = top;
        for (int y = top; y < foot; y++) {
            for (int x = left; x < right; x++) {
                if (planes.at(Part.JOINTS, joint, x, y) > planes.at(Part.JOINTS, joint, bestX, bestY)) {
                    bestX = x;
                    bestY = y;
                }
            }
        }
        return new Point((bestX + 0.5) / width, (bestY + 0.5) / height);
    }

    private static Style style(JudgePlanes planes) {
        double[] sums = new double[planes.count(Part.STYLES)];
        for (int y = 0; y < planes.size().height(); y++) {
            for (int x = 0; x < planes.size().width(); x++) {
                for (int each = 0; each < sums.length; each++) {
                    sums[each] += planes.at(Part.STYLES, each, x, y);
                }
            }
        }
        return STYLES.get(greatest(sums));
    }

    static int greatest(double[] values) {
        return IntStream.range(0, values.length)
                .reduce((best, each) -> values[each] > values[best] ? each : best)
                .orElseThrow();
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Override
    public void close() {
        network.close();
    }
}
