/**
 * What inpainting does with pixels: softening masks, filling holes with the colours around them, cutting out the part that is
 * painted and putting it back. What it does with latents lives in {@code steer}.
 */
@NullMarked
package studio.sinopia.engine.inpaint;

import org.jspecify.annotations.NullMarked;
