/**
 * Pictures as files for the world outside: PNG that carries the recipe, text that other tools read. What the person's
 * own gallery keeps, and how it finds it again, lives in {@code gallery}.
 */
@NullMarked
package studio.sinopia.export;

import org.jspecify.annotations.NullMarked;
