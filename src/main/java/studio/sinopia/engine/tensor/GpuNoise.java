package studio.sinopia.engine.tensor;

/**
 * The normal numbers that PyTorch draws on a CUDA device, one array after the other: {@link Philox} with the number of the
 * draw and of the element as counter, and the sine branch of Box and Muller. Arrays larger than a GPU fills at once would go
 * on differently there.
 */
public final class GpuNoise implements NormalNumbers {

    private final long seed;
    private int draws;

    public GpuNoise(long seed) {
        this.seed = seed;
    }

    @Override
    public float[] normal(int count) {
        float[] numbers = new float[count];
        int[] block = new int[4];
        for (int i = 0; i < count; i++) {
            block[0] = draws;
            block[1] = 0;
            block[2] = i;
            block[3] = 0;
            Philox.scramble(block, seed);
            double radius = Math.sqrt(-2 * StrictMath.log(NoiseStream.unit(block[0])));
            numbers[i] = (float) (radius * StrictMath.sin(2 * Math.PI * NoiseStream.unit(block[1])));
        }
        draws++;
        return numbers;
    }
}
