package studio.sinopia.world;

import studio.sinopia.condition.Joint;

/** A person's own right or left, with the joints there. */
enum Side {
    RIGHT,
    LEFT;

    Joint shoulder() {
        return this == RIGHT ? Joint.RIGHT_SHOULDER : Joint.LEFT_SHOULDER;
    }

    Joint elbow() {
        return this == RIGHT ? Joint.RIGHT_ELBOW : Joint.LEFT_ELBOW;
    }

    Joint wrist() {
        return this == RIGHT ? Joint.RIGHT_WRIST : Joint.LEFT_WRIST;
    }

    Joint hip() {
        return this == RIGHT ? Joint.RIGHT_HIP : Joint.LEFT_HIP;
    }

    Joint knee() {
        return this == RIGHT ? Joint.RIGHT_KNEE : Joint.LEFT_KNEE;
    }

    Joint ankle() {
        return this == RIGHT ? Joint.RIGHT_ANKLE : Joint.LEFT_ANKLE;
    }

    Joint eye() {
        return this == RIGHT ? Joint.RIGHT_EYE : Joint.LEFT_EYE;
    }

    Joint ear() {
        return this == RIGHT ? Joint.RIGHT_EAR : Joint.LEFT_EAR;
    }

    Side other() {
        return this == RIGHT ? LEFT : RIGHT;
    }

    /** Which way this side lies of a person who looks at us: -1 to the viewer's left, 1 to the viewer's right. */
    double sign() {
        return this == RIGHT ? -1 : 1;
    }
}
