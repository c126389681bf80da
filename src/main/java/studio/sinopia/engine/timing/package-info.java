/** Runs networks for the sake of the clock, with random weights where no real ones are at hand. Reports, judges nothing. */
@NullMarked
package studio.sinopia.engine.timing;

import org.jspecify.annotations.NullMarked;
