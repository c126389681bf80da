/**
 * Preprocessors that need no network, written with OpenCV, and the only place that imports OpenCV. Each derives a
 * condition map from a picture in one method that opens and releases its own matrices. Preprocessors that are networks
 * live in {@code engine.annotator}.
 */
@NullMarked
package studio.sinopia.condition.classic;

import org.jspecify.annotations.NullMarked;
