package studio.sinopia.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PeerNoiseTest {

    /** The known answers that come with Random123, the authors' library. */
    @Test
    void philoxGivesItsAuthorsKnownAnswers() {
        int[] zeros = new int[4];
        Philox.scramble(zeros, 0);
        assertArrayEquals(new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}, zeros);
        int[] ones = {-1, -1, -1, -1};
        Philox.scramble(ones, -1);
        assertArrayEquals(new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}, ones);
    }

    /** torch.manual_seed(0); torch.randn(3, 4, device="cuda"), as it has been published many times. */
    @Test
    void gpuNoiseOfSeedZeroIsThePublishedOne() {
        float[] expected = {
            -0.92466f, -0.42534f, -2.64385f, 0.14518f, -0.12087f, -0.57973f, -0.62285f, -0.32839f, -1.07454f, -0.36314f,
            -1.67105f, 2.26550f
        };
        assertArrayEquals(expected, new GpuNoise(0).normal(12), 2e-5f);
    }

    /** torch.manual_seed(42); torch.randn(20); torch.randn(32), recorded with PyTorch 2.13 on a CPU. */
    @Test
    void cpuNoiseIsThatOfPyTorchFromArrayToArray() {
        var noise = new CpuNoise(42);
        float[] expected = {
            1.926915f,
            1.487284f,
            0.900717f,
            -2.105521f,
            -0.758131f,
            1.078318f,
            0.800801f,
            1.680621f,
            0.35586f,
            -0.686623f,
            -0.493356f,
            0.241488f,
            -0.231624f,
            0.041759f,
            -0.251575f,
            0.859859f,
            -0.309727f,
            -0.39571f,
            0.803409f,
            -0.621595f
        };
        assertArrayEquals(expected, noise.normal(20), 2e-6f);
        float[] next = noise.normal(32);
        assertArrayEquals(new float[] {0.31888f, -0.424519f, 0.305721f, -0.774593f}, Arrays.copyOf(next, 4), 2e-6f);
        assertEquals(0.5356547f, next[31], 2e-6f);
    }

    /** torch.manual_seed(1234567); torch.randn(1, 4, 8, 8), recorded likewise. */
    @Test
    void cpuNoiseFillsALatent() {
        float[] latent = new CpuNoise(1234567).normal(256);
        assertEquals(-1.4620f, latent[0], 6e-5f);
        assertEquals(0.1471f, latent[100], 6e-5f);
        assertEquals(-0.4178f, latent[255], 6e-5f);
    }

    @Test
    void fewerNumbersThanABlockAreStillNumbers() {
        assertEquals(4, new CpuNoise(1).normal(4).length);
    }
}
