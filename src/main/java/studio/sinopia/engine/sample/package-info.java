/** Noise schedules, prediction kinds and samplers over D(x, sigma). Knows no network and no steering method. */
@NullMarked
package studio.sinopia.engine.sample;

import org.jspecify.annotations.NullMarked;
