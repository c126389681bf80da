package studio.sinopia.recipe;

/** Where tensors live. */
public enum Device {
    CPU,
    CUDA
}
