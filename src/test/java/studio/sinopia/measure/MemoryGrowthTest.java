package studio.sinopia.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryGrowthTest {

    @Test
    void growthIsToldAgainstTheFirstPicture() {
        var growth = new MemoryGrowth(List.of(400L, 500L, 420L));
        assertEquals(0.05, growth.fraction(), 1e-12);
        assertEquals(500, growth.peak());
    }

    @Test
    void onePictureTellsNoGrowth() {
        assertThrows(IllegalArgumentException.class, () -> new MemoryGrowth(List.of(400L)));
    }
}
