/** Networks that look at pictures: preprocessors and readers. Those without a network live in {@code condition.classic}. */
@NullMarked
package studio.sinopia.engine.annotator;

import org.jspecify.annotations.NullMarked;
