package studio.sinopia.ui.canvas;

import studio.sinopia.condition.Joint;
import studio.sinopia.document.pose.PosePart;
import studio.sinopia.document.pose.PosePoint;
import studio.sinopia.ui.fx.Words;

/**
 * A point of a person on the active layer.
 *
 * @param person counted from 0 at the back
 */
public record PersonPoint(int person, PosePoint point) {

    static PersonPoint of(int person, Joint joint) {
        return new PersonPoint(person, PosePoint.of(joint));
    }

    /** For example {@code left wrist}. */
    String title() {
        return point.part() == PosePart.FACE
                ? Words.of("pose.facePoint", point.index() + 1)
                : Words.term(point.title());
    }

    /** The id of its node, for example {@code joint-0-left-wrist}. */
    String id() {
        return "joint-" + person + "-" + point.key();
    }

    /** How large its handle is beside that of a joint of the body. */
    double share() {
        return point.part() == PosePart.BODY ? 1 : point.part() == PosePart.FACE ? 0.3 : 0.5;
    }
}
