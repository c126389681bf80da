/** The window. Opens the studio with what it is given; knows the session, never the engine's tensors. Parts of the window live in the packages below. */
@NullMarked
package studio.sinopia.ui;

import org.jspecify.annotations.NullMarked;
