/**
 * Model files on disk: finding them, telling what they are, what is in them and what is missing, without loading a network.
 * How weights become a network lives in {@code engine}.
 */
@NullMarked
package studio.sinopia.library;

import org.jspecify.annotations.NullMarked;
