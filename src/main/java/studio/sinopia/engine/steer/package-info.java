/**
 * One file per steering method, and the small interfaces that say at which moment of a step a method acts. A method
 * implements exactly those at which it acts. The loop that asks them lives in {@code run}.
 */
@NullMarked
package studio.sinopia.engine.steer;

import org.jspecify.annotations.NullMarked;
