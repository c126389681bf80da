package studio.sinopia.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {

    private static final long SECOND = 1_000_000_000L;
    private static final WatchLimits LIMITS =
            new WatchLimits(seconds(60), seconds(30), seconds(300), seconds(60), seconds(1800), seconds(15));

    private final Pulse pulse = new Pulse(LIMITS, 0);

    @Test
    void aSlowWorkerThatComputesIsNotStuck() {
        for (int s = 1; s <= 1700; s++) {
            pulse.answer(s * SECOND, s * 300L); // 30 % of one processor
            assertThat(pulse.stuck(s * SECOND, false)).isEmpty();
        }
    }

    @Test
    void anIdleWorkerIsStuckAfterAMinute() {
        answerIdly(1, 60);
        assertThat(pulse.stuck(60 * SECOND, false)).isEmpty();
        answerIdly(61, 61);
        assertThat(pulse.stuck(61 * SECOND, false)).contains("it did nothing for 60 seconds");
    }

    @Test
    void loadingIsGrantedFiveMinutes() {
        for (int s = 1; s <= 300; s++) {
            answerIdly(s, s);
            assertThat(pulse.stuck(s * SECOND, true)).isEmpty();
        }
        answerIdly(301, 301);
        assertThat(pulse.stuck(301 * SECOND, true)).contains("it did nothing for 5 minutes");
    }

    @Test
    void everyEventStartsTheClockAnew() {
        answerIdly(1, 50);
        pulse.event(50 * SECOND);
        answerIdly(51, 100);
        assertThat(pulse.stuck(100 * SECOND, false)).isEmpty();
    }

    @Test
    void aSilentWorkerIsStuckEvenIfItWasBusy() {
        pulse.answer(SECOND, 1000);
        for (int s = 2; s <= 31; s++) {
            assertThat(pulse.stuck(s * SECOND, false)).isEmpty();
        }
        assertThat(pulse.stuck(32 * SECOND, false)).contains("it gave no answer for 30 seconds");
    }

    @Test
    void ourOwnSleepIsNotHeldAgainstTheWorker() {
        pulse.answer(SECOND, 1000);
        assertThat(pulse.stuck(SECOND, false)).isEmpty();
        assertThat(pulse.stuck(4000 * SECOND, false)).isEmpty();
    }

    @Test
    void twoOfItsSlowestStepsAreGrantedAfterCancelling() {
        assertEquals(seconds(15), pulse.patienceAfterCancel());
        pulse.event(20 * SECOND);
        pulse.event(21 * SECOND);
        assertEquals(seconds(40), pulse.patienceAfterCancel());
    }

    private void answerIdly(int from, int to) {
        for (int s = from; s <= to; s++) {
            pulse.answer(s * SECOND, 1000 + s * 5L); // half a per cent: it only answers
            pulse.stuck((s - 1) * SECOND, true);
        }
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}
