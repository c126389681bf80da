/** The drawing canvas: tools, sheets, zoom, and the view model of the open document. */
@NullMarked
package studio.sinopia.ui.canvas;

import org.jspecify.annotations.NullMarked;
