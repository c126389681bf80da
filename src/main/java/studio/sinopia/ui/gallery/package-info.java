/** The last finished pictures beside the canvas, and saving them. */
@NullMarked
package studio.sinopia.ui.gallery;

import org.jspecify.annotations.NullMarked;
