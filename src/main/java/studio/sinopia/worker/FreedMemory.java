package studio.sinopia.worker;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives memory that native libraries have freed back to the system. glibc keeps it in pieces between what is still in use;
 * its {@code malloc_trim} hands out every page that is wholly free, in a few milliseconds. Other C libraries do so
 * themselves, and there this does nothing.
 */
final class FreedMemory {

    private static final Logger LOG = LoggerFactory.getLogger(FreedMemory.class);

    private final Optional<MethodHandle> trim;

    @SuppressWarnings("restricted") // the one native call that Java itself makes; the launch allows it
    FreedMemory() {
        Linker linker = Linker.nativeLinker();
        trim = linker.defaultLookup()
                .find("malloc_trim")
                .map(address -> linker.downcallHandle(
                        address, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)));
    }

    void giveBack() {
        if (trim.isEmpty()) {
            return;
        }
        try {
            int released = (int) trim.get().invokeExact(0L);
            LOG.trace("malloc_trim said {}", released);
        } catch (Throwable unexpected) { // what invokeExact declares; a C function throws nothing
            throw new IllegalStateException(unexpected);
        }
    }
}
