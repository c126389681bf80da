/**
 * Many recipes from one: the cells of an X/Y/Z plot, the choices that a prompt leaves open, the combinations of its parts. How
 * they are painted is the queue's matter; how a grid of pictures looks, that of {@code export}.
 */
@NullMarked
package studio.sinopia.recipe.plot;

import org.jspecify.annotations.NullMarked;
