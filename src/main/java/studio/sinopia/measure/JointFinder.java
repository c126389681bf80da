package studio.sinopia.measure;

import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton.Point;
import studio.sinopia.core.Box;

/** Where joints are in a picture. */
@FunctionalInterface
public interface JointFinder {

    /** The likeliest place of a joint within a part of the picture, in fractions of the picture. */
    Point find(Joint joint, Box part);
}
