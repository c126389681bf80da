/** How the parts are put together in one window: bars, theme, keys. */
@NullMarked
package studio.sinopia.ui.shell;

import org.jspecify.annotations.NullMarked;
