package studio.sinopia.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTest {

    @Test
    void onlyTheWholeNameOfAFlagCounts() {
        assertTrue(Processor.multipliesBf16(List.of("model name : X", "flags\t\t: fpu avx512_bf16 sse")));
        assertTrue(Processor.multipliesBf16(List.of("flags : amx_bf16")));
        assertFalse(Processor.multipliesBf16(List.of("flags : avx512_bf16x avx512f", "bugs : amx_bf16")));
    }
}
