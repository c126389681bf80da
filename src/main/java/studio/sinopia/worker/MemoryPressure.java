package studio.sinopia.worker;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of idle models when other programs need the memory: looks every two seconds, and acts when less than an
 * eighth of the machine (at most 1 GiB) is available while no run is going on.
 */
final class MemoryPressure {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryPressure.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final long WORTH_FREEING = 256L << 20; // bytes; Java itself needs about 150 MiB

    private final WorkerService service;
    private boolean unloaded;

    MemoryPressure(WorkerService service) {
        this.service = service;
    }

    void start() {
        Thread.ofPlatform().name("memory").daemon().start(() -> {
            try {
                while (true) {
                    Thread.sleep(PERIOD);
                    look(MachineMemory.total(), MachineMemory.available(), MachineMemory.resident());
                }
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** All in bytes. */
    void look(long total, long available, long resident) {
        if (service.busy()) {
            unloaded = false;
        } else if (!unloaded && pressing(total, available, resident)) {
            LOG.info("{} MiB are available: letting go of the models", available >> 20);
            service.unload();
            unloaded = true;
        }
    }

    static boolean pressing(long total, long available, long resident) {
        return available < Math.min(total / 8, 1L << 30) && resident > WORTH_FREEING;
    }
}
