/**
 * Finished pictures in the user's own folder: kept as PNG with their recipe, listed, searched, shown small. The pictures are
 * the store; beside them stand only the marks of their owner, and a cache of what they say. Files for the world outside are made in {@code export}.
 */
@NullMarked
package studio.sinopia.gallery;

import org.jspecify.annotations.NullMarked;
