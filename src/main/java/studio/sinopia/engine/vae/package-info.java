/** Between latents and pictures: autoencoders, the cheap preview and the way from tensors to rows of pixels. */
@NullMarked
package studio.sinopia.engine.vae;

import org.jspecify.annotations.NullMarked;
