package studio.sinopia.world;

import java.util.List;

/**
 * One to three things of the same kind and look.
 *
 * @param members from left to right
 */
record Group(List<Thing> members) {

    Group {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("Group needs at least one member");
        }
    }

    Thing first() {
        return members.getFirst();
    }

    Label label() {
        return first().label();
    }

    int count() {
        return members.size();
    }

    /** The place that holds all members. */
    Place extent() {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double foot = -Double.MAX_VALUE;
        for (Thing member : members) {
            left = Math.min(left, member.place().left());
            right = Math.max(right, member.place().right());
            top = Math.min(top, member.place().top());
            foot = Math.max(foot, member.place().foot());
        }
        return new Place((left + right) / 2, foot, right - left, foot - top);
    }
}
