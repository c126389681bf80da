package studio.sinopia.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptionTest {

    @Test
    void aProgramThatHoldsNothingEndsAtOnce() throws Exception {
        var interruption = new Interruption();
        long start = System.nanoTime();
        interruption.interrupt(50);
        assertTrue(interruption.stop().requested());
        assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) < 40);
    }

    @Test
    void whatIsHeldMayEndInGoodOrder() throws Exception {
        var interruption = new Interruption();
        var ended = new CountDownLatch(1);
        Thread killer;
        try (var hold = interruption.hold()) {
            killer = Thread.ofPlatform().start(() -> {
                try {
                    interruption.interrupt(50);
                } catch (InterruptedException neverHere) {
                    throw new IllegalStateException(neverHere);
                }
                ended.countDown();
            });
            while (!interruption.stop().requested()) {
                Thread.onSpinWait();
            }
            assertFalse(ended.await(100, TimeUnit.MILLISECONDS));
        }
        killer.join();
        assertTrue(ended.await(0, TimeUnit.SECONDS));
    }

    @Test
    void whoNeverLetsGoIsCutOffInTheEnd() throws Exception {
        var interruption = new Interruption();
        Thread killer;
        try (var hold = interruption.hold()) {
            killer = Thread.ofPlatform().start(() -> {
                try {
                    interruption.interrupt(0);
                } catch (InterruptedException neverHere) {
                    throw new IllegalStateException(neverHere);
                }
            });
            killer.join();
            assertTrue(interruption.stop().requested());
        }
    }
}
