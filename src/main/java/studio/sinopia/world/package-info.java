/**
 * The illustrated world: storybook scenes made from a seed, drawn with exact segments, depth, line art, joints and boxes,
 * and described in true English. It is the training data of the model that ships and the ground truth of
 * {@code sinopia bench control}; it knows nothing of networks.
 */
@NullMarked
package studio.sinopia.world;

import org.jspecify.annotations.NullMarked;
