/** Model files: safetensors, model folders and their configurations, weights by key. Knows no network architecture. */
@NullMarked
package studio.sinopia.engine.weights;

import org.jspecify.annotations.NullMarked;
