package studio.sinopia.measure;

import java.util.Arrays;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Raster;
import studio.sinopia.world.RenderedScene.Body;

/** Adds up how well the pictures of one kind agree with their scenes. */
final class ObedienceSum {

    private static final int TOLERANCE = 2;

    private final Confusion confusion =
            new Confusion(StorybookPalette.PALETTE.classes().size());
    private final JointAgreement joints = new JointAgreement();
    private final BoxAgreement boxes = new BoxAgreement();
    private double lineF1;
    private double lineF1Exact;
    private double lineSsim;
    private double squaredDepth;
    private int pictures;

    /**
     * Adds a picture.
     *
     * @param verdict what it shows
     * @param scene what it should show
     */
    void add(Verdict verdict, BenchScene scene) {
        LineMap wanted = LineMap.of(scene.lineArt());
        lineF1 += EdgeAgreement.of(verdict.lines(), wanted, TOLERANCE).f1();
        lineF1Exact += EdgeAgreement.of(verdict.lines(), wanted, 0).f1();
        lineSsim += StructuralSimilarity.of(verdict.lines(), wanted);
        confusion.add(verdict.classes(), classes(scene.segments()));
        double error = DepthAgreement.of(verdict.depth(), levels(scene.truth().depth()))
                        .error()
                / 255;
        squaredDepth += error * error;
        verdict.findings().ifPresent(found -> {
            for (Body body : scene.truth().people()) {
                joints.add(found.joints(), body);
            }
            boxes.add(found.things(), scene.truth().boxes());
        });
        pictures++;
    }

    /** The means so far. */
    Obedience mean() {
        return new Obedience(
                lineF1 / pictures,
                lineF1Exact / pictures,
                lineSsim / pictures,
                confusion.meanIntersectionOverUnion(),
                confusion.pixelAccuracy(),
                Math.sqrt(squaredDepth / pictures),
                joints.share(),
                boxes.averagePrecision());
    }

    private static int[] classes(Raster segments) {
        return Arrays.stream(segments.pixels())
                .map(StorybookPalette.PALETTE::indexOf)
                .toArray();
    }

    private static float[] levels(Raster grey) {
        int[] pixels = grey.pixels();
        float[] levels = new float[pixels.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = pixels[i] & 0xff;
        }
        return levels;
    }
}
