/** Running and following runs: start, cancel, steps, previews, problems. */
@NullMarked
package studio.sinopia.ui.progress;

import org.jspecify.annotations.NullMarked;
