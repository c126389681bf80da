/**
 * The diffusion engine: takes a recipe, gives back run events. Knows tensors, never documents or windows. The only part
 * that imports DJL.
 */
@NullMarked
package studio.sinopia.engine;

import org.jspecify.annotations.NullMarked;
