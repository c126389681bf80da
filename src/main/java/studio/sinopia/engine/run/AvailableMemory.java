package studio.sinopia.engine.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory that the machine can still give to this process. */
final class AvailableMemory {

    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final String LINUX_KEY = "MemAvailable:";

    private AvailableMemory() {}

    /** What the machine or its container has in all, used or not. */
    static long total() {
        return system().getTotalMemorySize();
    }

    static long bytes() {
        OperatingSystemMXBean system = system();
        long free = system.getFreeMemorySize(); // knows the limits of containers, but not what caches would give back
        try {
            if (Files.isReadable(LINUX)) {
                long available = Files.readAllLines(LINUX).stream()
                        .filter(line -> line.startsWith(LINUX_KEY))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                        .findFirst()
                        .orElse(free);
                return Math.max(free, Math.min(available, system.getTotalMemorySize()));
            }
        } catch (IOException unreadable) {
            return free;
        }
        return free;
    }

    private static OperatingSystemMXBean system() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
}
