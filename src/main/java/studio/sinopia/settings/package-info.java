/**
 * What the program remembers for its user between two starts: one record, one reader, one writer. Where files lie is
 * said by {@code core.Folders}; what belongs to a picture is in its recipe.
 */
@NullMarked
package studio.sinopia.settings;

import org.jspecify.annotations.NullMarked;
