/** Compares the networks with numbers recorded from the reference implementation. Judges nothing but numbers. */
@NullMarked
package studio.sinopia.engine.conformance;

import org.jspecify.annotations.NullMarked;
