package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DepthAgreementTest {

    private static final float[] RAMP = {0, 50, 100, 150, 200};

    @Test
    void aPerfectCopyIsNoErrorAway() {
        assertThat(DepthAgreement.of(RAMP, RAMP).error()).isZero();
        assertThat(DepthAgreement.of(RAMP, RAMP).alignedError()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aConstantShiftIsTheErrorAndAlignmentTakesItAway() {
        float[] shifted = {10, 60, 110, 160, 210};
        assertThat(DepthAgreement.of(shifted, RAMP).error()).isCloseTo(10, within(1e-9));
        assertThat(DepthAgreement.of(shifted, RAMP).alignedError()).isCloseTo(0, within(1e-6));
    }

    @Test
    void theNegativeAlignsToo() {
        float[] negative = {200, 150, 100, 50, 0};
        assertThat(DepthAgreement.of(negative, RAMP).alignedError()).isCloseTo(0, within(1e-6));
    }

    @Test
    void aFlatMapAlignsToTheMeanSoThatTheErrorIsTheDeviation() {
        float[] flat = {7, 7, 7, 7, 7};
        assertThat(DepthAgreement.of(flat, RAMP).alignedError()).isCloseTo(Math.sqrt(5000), within(1e-6));
    }
}
