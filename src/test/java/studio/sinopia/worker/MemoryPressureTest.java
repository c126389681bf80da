package studio.sinopia.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryPressureTest {

    @ParameterizedTest(name = "{0} MiB in all, {1} available, {2} ours: {3}")
    @CsvSource({
        "16384, 4000, 2000, false",
        "16384, 1000, 2000, true",
        "16384, 1000, 200, false", // nothing to gain
        "4096, 600, 1000, false",
        "4096, 400, 1000, true"
    })
    void modelsAreLetGoWhenOthersNeedTheMemory(long total, long available, long resident, boolean pressing) {
        assertEquals(pressing, MemoryPressure.pressing(total << 20, available << 20, resident << 20));
    }
}
