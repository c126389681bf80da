/**
 * Finished pictures in the user's own folder: kept as PNG with their recipe, listed, shown small. The pictures are the
 * store; there is no second truth beside them. Files for the world outside are made in {@code export}.
 */
@NullMarked
package studio.sinopia.gallery;

import org.jspecify.annotations.NullMarked;
