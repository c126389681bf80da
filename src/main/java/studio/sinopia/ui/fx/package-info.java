/** Small controls and JavaFX pieces that know nothing of drawing or painting. */
@NullMarked
package studio.sinopia.ui.fx;

import org.jspecify.annotations.NullMarked;
