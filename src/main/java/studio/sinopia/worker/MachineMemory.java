package studio.sinopia.worker;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the system says about memory, in bytes; containers' limits counted in. */
final class MachineMemory {

    private static final Path CGROUP = Path.of("/sys/fs/cgroup");
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private MachineMemory() {}

    /** Memory of the machine or container. */
    static long total() {
        return SYSTEM.getTotalMemorySize();
    }

    /** What could still be used without swapping; files in the cache count as free. */
    static long available() {
        long machine = field(Path.of("/proc/meminfo"), "MemAvailable:").orElse(SYSTEM.getFreeMemorySize() >> 10) << 10;
        OptionalLong limit = number(CGROUP.resolve("memory.max"));
        OptionalLong used = number(CGROUP.resolve("memory.current"));
        if (limit.isEmpty() || used.isEmpty()) {
            return machine;
        }
        long cached = field(CGROUP.resolve("memory.stat"), "inactive_file").orElse(0);
        return Math.min(machine, limit.getAsLong() - used.getAsLong() + cached);
    }

    /** What this process holds, natives included; 0 where the system does not say. */
    static long resident() {
        return field(Path.of("/proc/self/status"), "VmRSS:").orElse(0) << 10;
    }

    /** How often this system has killed a program because memory ran out, since it was started. */
    static OptionalLong killsForMemory() {
        return field(Path.of("/proc/vmstat"), "oom_kill");
    }

    static long cpuMillis() {
        return SYSTEM.getProcessCpuTime() / 1_000_000;
    }

    /** The number behind {@code name} in a file of lines {@code name number …}. */
    private static OptionalLong field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split("\\s+"))
                    .filter(words -> words.length > 1 && words[0].equals(name))
                    .mapToLong(words -> Long.parseLong(words[1]))
                    .findFirst();
        } catch (IOException | RuntimeException notOnThisSystem) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong number(Path file) {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException noneOrNoLimit) {
            return OptionalLong.empty();
        }
    }
}
