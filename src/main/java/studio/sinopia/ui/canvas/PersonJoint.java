package studio.sinopia.ui.canvas;

import java.util.Locale;
import studio.sinopia.condition.Joint;

/**
 * A joint of a person on the active layer.
 *
 * @param person counted from 0
 */
public record PersonJoint(int person, Joint joint) {

    /** For example {@code left wrist}. */
    String title() {
        return joint.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The id of its node, for example {@code joint-0-left-wrist}. */
    String id() {
        return "joint-" + person + "-" + joint.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
