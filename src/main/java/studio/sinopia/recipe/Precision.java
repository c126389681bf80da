package studio.sinopia.recipe;

/** In which numbers the heavy layers of the denoising network and of its controls multiply. */
public enum Precision {
    /** What is fast for the model on this machine without being seen in the picture. */
    AUTO,
    /** 32 bits. */
    FP32,
    /** 16 bits with the exponent range of 32; sums stay 32 bits wide. */
    BF16
}
