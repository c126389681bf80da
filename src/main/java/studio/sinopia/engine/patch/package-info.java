/**
 * Files that change the weights of a model: LoRA and its relatives. Here are their names and their arithmetic; when they act in a
 * run is said in {@code engine.steer}.
 */
@NullMarked
package studio.sinopia.engine.patch;

import org.jspecify.annotations.NullMarked;
