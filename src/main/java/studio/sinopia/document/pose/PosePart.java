package studio.sinopia.document.pose;

import java.util.Optional;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.PointSet;
import studio.sinopia.condition.Skeleton;

/** The lists of points that make up a person. */
public enum PosePart {
    BODY(Joint.values().length),
    LEFT_HAND(PointSet.HAND),
    RIGHT_HAND(PointSet.HAND),
    FACE(PointSet.FACE);

    private final int size;

    PosePart(int size) {
        this.size = size;
    }

    /** How many points it has. */
    public int size() {
        return size;
    }

    /** The points of this part, if the person has any; those of the body stand in {@link Skeleton#joints()}. */
    public Optional<PointSet> of(Skeleton person) {
        return switch (this) {
            case BODY -> Optional.empty();
            case LEFT_HAND -> person.leftHand();
            case RIGHT_HAND -> person.rightHand();
            case FACE -> person.face();
        };
    }

    /** The person with other points in this part; the body cannot be replaced so. */
    public Skeleton put(Skeleton person, Optional<PointSet> points) {
        return switch (this) {
            case BODY -> throw new IllegalArgumentException("The body is changed joint by joint");
            case LEFT_HAND -> person.withLeftHand(points);
            case RIGHT_HAND -> person.withRightHand(points);
            case FACE -> person.withFace(points);
        };
    }

    /** The part on the other side. */
    public PosePart mirrored() {
        return switch (this) {
            case LEFT_HAND -> RIGHT_HAND;
            case RIGHT_HAND -> LEFT_HAND;
            case BODY, FACE -> this;
        };
    }
}
