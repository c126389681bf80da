/** Plans a recipe, runs it and reports what happens. What happens inside one step lives in {@code sample} and {@code steer}. */
@NullMarked
package studio.sinopia.engine.run;

import org.jspecify.annotations.NullMarked;
