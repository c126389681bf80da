package studio.sinopia.engine.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the processor of this machine can do. */
public final class Processor {

    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final Set<String> BF16 = Set.of("avx512_bf16", "amx_bf16");

    private Processor() {}

    /** Whether it multiplies BF16 numbers itself. Said to be false where nobody can be asked: on anything but Linux. */
    public static boolean multipliesBf16() {
        try {
            return Files.isReadable(LINUX) && multipliesBf16(Files.readAllLines(LINUX));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** @param lines of Linux's {@code /proc/cpuinfo} */
    static boolean multipliesBf16(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("flags"))
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .anyMatch(BF16::contains);
    }
}
