/** Layers that several networks share: residual blocks, transformers, time embeddings. No whole network lives here. */
@NullMarked
package studio.sinopia.engine.nn;

import org.jspecify.annotations.NullMarked;
