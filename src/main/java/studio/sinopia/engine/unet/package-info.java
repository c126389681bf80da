/** The denoising network and the points at which others may listen in or step in. Knows no sampler and no method. */
@NullMarked
package studio.sinopia.engine.unet;

import org.jspecify.annotations.NullMarked;
