/**
 * Everything that determines a picture, as one immutable value, with its JSON form and its versions. It crosses to the
 * worker and is stored in the picture. How it is carried out lives in {@code engine.run}.
 */
@NullMarked
package studio.sinopia.recipe;

import org.jspecify.annotations.NullMarked;
