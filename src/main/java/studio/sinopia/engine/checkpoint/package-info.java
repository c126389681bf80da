/**
 * Checkpoints in one file with the original (latent diffusion) names: recognising the family, telling what its networks are
 * like from names and shapes, and finding their weights under the names that networks use. Reads headers, computes nothing.
 */
@NullMarked
package studio.sinopia.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
