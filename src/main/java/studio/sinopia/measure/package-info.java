/**
 * What is measured: obedience to controls, speed, memory, agreement with expected numbers. Metrics are pure functions on
 * rasters and arrays; benches run them on scenes of the illustrated world. Nothing here changes how pictures are made.
 */
@NullMarked
package studio.sinopia.measure;

import org.jspecify.annotations.NullMarked;
