package studio.sinopia.world;

import java.util.ArrayList;
import java.util.List;

/** Where one group is, seen from another. Left and right are the viewer's. */
public enum Relation {
    LEFT_OF,
    RIGHT_OF,
    BESIDE,
    IN_FRONT_OF,
    BEHIND,
    ABOVE,
    BELOW,
    ON;

    /** The frequent ones more than once. */
    List<String> words() {
        return switch (this) {
            case LEFT_OF -> List.of("to the left of", "left of", "on the left of");
            case RIGHT_OF -> List.of("to the right of", "right of", "on the right of");
            case BESIDE -> List.of("beside", "beside", "next to", "near");
            case IN_FRONT_OF -> List.of("in front of");
            case BEHIND -> List.of("behind");
            case ABOVE -> List.of("above", "over", "high above");
            case BELOW -> List.of("below", "under", "beneath", "underneath");
            case ON -> List.of("on", "on", "on top of");
        };
    }

    /** All that the second edition knows to hold between {@code a} and {@code b}. */
    static List<Relation> all(Group a, Group b) {
        if (a.first() instanceof Perched sitter && b.members().contains(sitter.support())) {
            return List.of(ON);
        }
        if (b.first() instanceof Perched sitter && a.members().contains(sitter.support())) {
            return List.of();
        }
        List<Relation> relations = new ArrayList<>(between(a, b));
        if (a.first() instanceof Perched || b.first() instanceof Perched) {
            relations.removeIf(relation -> relation != LEFT_OF && relation != RIGHT_OF);
        } else if (between(b, a).contains(ABOVE)) {
            relations.add(BELOW);
        }
        return relations;
    }

    /** All that hold between {@code a} and {@code b}. */
    static List<Relation> between(Group a, Group b) {
        Place here = a.extent();
        Place there = b.extent();
        List<Relation> relations = new ArrayList<>();
        boolean aloft = a.first().home() == Thing.Home.AIR;
        boolean otherAloft = b.first().home() == Thing.Home.AIR;
        double apart = Math.max(here.left(), there.left()) - Math.min(here.right(), there.right());
        if (aloft && !otherAloft && here.foot() < there.top()) {
            relations.add(ABOVE);
        }
        boolean clear = apart > -0.25 * Math.min(here.width(), there.width());
        if (clear && Math.abs(here.x() - there.x()) > 0.13) {
            relations.add(here.x() < there.x() ? LEFT_OF : RIGHT_OF);
        }
        if (aloft || otherAloft) {
            return relations;
        }
        double nearer = here.foot() - there.foot();
        if (clear && apart < 0.2 && Math.abs(nearer) < 0.16) {
            relations.add(BESIDE);
            relations.add(BESIDE);
        }
        boolean lined = apart < -0.6 * Math.min(here.width(), there.width());
        if (lined && Math.abs(nearer) > 0.045) {
            relations.add(nearer > 0 ? IN_FRONT_OF : BEHIND);
            relations.add(nearer > 0 ? IN_FRONT_OF : BEHIND);
        }
        return relations;
    }
}
