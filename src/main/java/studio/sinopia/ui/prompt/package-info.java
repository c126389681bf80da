/** What is asked for: prompt, size, steps, guidance, seed. */
@NullMarked
package studio.sinopia.ui.prompt;

import org.jspecify.annotations.NullMarked;
