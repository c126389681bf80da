/**
 * Condition maps and the contract of the preprocessors that derive them: kinds, parameters with their ranges, skeletons,
 * segment palettes, fitting to a canvas. How a map is derived from a photo lives in {@code condition.classic} (OpenCV)
 * and {@code engine.annotator} (networks); how strongly it is obeyed in {@code control}.
 */
@NullMarked
package studio.sinopia.condition;

import org.jspecify.annotations.NullMarked;
