/** From words to vectors: the CLIP tokenizer and text encoders. Prompt syntax beyond plain words is not here. */
@NullMarked
package studio.sinopia.engine.text;

import org.jspecify.annotations.NullMarked;
