/** The layers beside the canvas: what is obeyed, how strongly and when; the palette of segments. */
@NullMarked
package studio.sinopia.ui.stack;

import org.jspecify.annotations.NullMarked;
