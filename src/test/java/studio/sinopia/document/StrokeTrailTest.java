package studio.sinopia.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StrokeTrailTest {

    @Test
    void beginsAndEndsWhereThePenDid() {
        StrokeTrail trail = new StrokeTrail(new StrokePoint(3, 4), 2, Mark.LINE);
        for (int i = 1; i <= 10; i++) {
            trail.to(new StrokePoint(3 + i, 4 + i * i));
        }
        assertThat(trail.stroke().points().getFirst()).isEqualTo(new StrokePoint(3, 4));
        assertThat(trail.stroke().points().getLast()).isEqualTo(new StrokePoint(13, 104));
    }

    @Test
    void aStraightLineNeedsTwoPoints() {
        StrokeTrail trail = new StrokeTrail(new StrokePoint(0, 0), 2, Mark.LINE);
        for (int i = 1; i <= 100; i++) {
            trail.to(new StrokePoint(i, i));
        }
        assertThat(trail.stroke().points()).hasSize(2);
    }

    @Test
    void aTouchWithoutMovementIsADot() {
        assertThat(new StrokeTrail(new StrokePoint(5, 5), 2, Mark.LINE).stroke().points())
                .hasSize(1);
    }

    @Test
    void tremblingIsCalmed() {
        var random = new Random(1);
        StrokeTrail trail = new StrokeTrail(new StrokePoint(0, 0), 2, Mark.LINE);
        double trembling = 0;
        for (int i = 1; i <= 200; i++) {
            double y = random.nextGaussian();
            trembling += Math.abs(y);
            trail.to(new StrokePoint(i, y));
        }
        double drawn = trail.stroke().points().stream()
                .mapToDouble(point -> Math.abs(point.y()))
                .average()
                .orElseThrow();
        assertThat(drawn).isLessThan(0.75 * trembling / 200);
    }

    @Test
    void aSharpCornerStaysSharp() { // straight runs keep few points, and a curve through few points would bulge
        StrokeTrail trail = new StrokeTrail(new StrokePoint(0, 100), 2, Mark.LINE);
        for (int i = 1; i <= 50; i++) {
            trail.to(new StrokePoint(i, 100 - 2 * i));
        }
        for (int i = 1; i <= 50; i++) {
            trail.to(new StrokePoint(50 + i, 2 * i));
        }
        assertThat(trail.stroke().points()).allSatisfy(point -> {
            double roof = 2 * Math.abs(point.x() - 50);
            assertThat(point.y()).isBetween(roof - 1.5, roof + 3);
        });
    }

    @Test
    void theCurvePassesThroughEveryPoint() {
        Mark.Stroke stroke = Drawings.stroke(Mark.LINE, 2, 0, 0, 20, 10, 25, 30, 60, 31);
        var samples = Curve.sampled(stroke.points());
        assertThat(samples).containsAll(stroke.points());
        for (int i = 1; i < samples.size(); i++) {
            assertThat(samples.get(i).distance(samples.get(i - 1))).isLessThan(2.5);
        }
        assertThat(samples.getLast().x()).isEqualTo(60, within(1e-9));
    }
}
