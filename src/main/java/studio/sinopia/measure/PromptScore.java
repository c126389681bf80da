package studio.sinopia.measure;

import java.util.List;
import java.util.Optional;
import studio.sinopia.core.Box;
import studio.sinopia.world.Label;
import studio.sinopia.world.PromptTask;
import studio.sinopia.world.Relation;

/** Counts how often pictures show what their prompts ask for. */
final class PromptScore {

    /** Things of which the judge is less sure are not there. */
    private static final double SURE = 0.3;

    private static final double BESIDE = 0.25;

    /** How often something was right where it was asked for. */
    private static final class Share {
        private int right;
        private int asked;

        void add(boolean isRight) {
            asked++;
            right += isRight ? 1 : 0;
        }

        double value() {
            return asked == 0 ? Double.NaN : (double) right / asked;
        }
    }

    private final Share object = new Share();
    private final Share colour = new Share();
    private final Share count = new Share();
    private final Share relation = new Share();
    private final Share style = new Share();

    void add(Findings seen, PromptTask task) {
        List<Sighting> found = find(seen, task.thing());
        object.add(!found.isEmpty());
        count.add(found.size() == task.count());
        task.colour()
                .ifPresent(wanted ->
                        colour.add(!found.isEmpty() && found.getFirst().colour() == wanted));
        task.relation()
                .ifPresent(stand ->
                        relation.add(stands(stand.relation(), union(found), union(find(seen, stand.other())))));
        style.add(seen.style() == task.style());
    }

    /** The surest first. */
    private static List<Sighting> find(Findings seen, Label label) {
        return seen.things().stream()
                .filter(each -> each.label() == label && each.sureness() >= SURE)
                .toList();
    }

    /** The box around all boxes, if there are any. */
    private static Optional<Box> union(List<Sighting> things) {
        return things.stream().map(Sighting::box).reduce((a, b) -> {
            double x = Math.min(a.x(), b.x());
            double y = Math.min(a.y(), b.y());
            double right = Math.max(a.x() + a.width(), b.x() + b.width());
            double foot = Math.max(a.y() + a.height(), b.y() + b.height());
            return new Box(x, y, right - x, foot - y);
        });
    }

    private static boolean stands(Relation relation, Optional<Box> here, Optional<Box> there) {
        return here.isPresent() && there.isPresent() && stands(relation, here.get(), there.get());
    }

    private static boolean stands(Relation relation, Box a, Box b) {
        double apart = Math.max(a.x(), b.x()) - Math.min(a.x() + a.width(), b.x() + b.width());
        return switch (relation) {
            case LEFT_OF -> centre(a) < centre(b);
            case RIGHT_OF -> centre(a) > centre(b);
            case BESIDE -> apart < BESIDE && Math.abs(foot(a) - foot(b)) < BESIDE;
            case IN_FRONT_OF -> apart < 0 && foot(a) > foot(b);
            case BEHIND -> apart < 0 && foot(a) < foot(b);
            case ABOVE -> foot(a) < foot(b);
            case BELOW -> foot(a) > foot(b);
            case ON -> apart < 0 && foot(a) < foot(b) && foot(a) > b.y() - 0.1;
        };
    }

    private static double centre(Box box) {
        return box.x() + box.width() / 2;
    }

    private static double foot(Box box) {
        return box.y() + box.height();
    }

    PromptReport.Figures figures() {
        return new PromptReport.Figures(
                object.asked, object.value(), colour.value(), count.value(), relation.value(), style.value());
    }
}
