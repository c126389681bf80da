package studio.sinopia.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.sinopia.core.Box;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Size;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayoutBox;

/** The boxes of the active layer and the one in hand. Positions are document pixels. */
public final class BoxViewModel {

    private static final double LEAST = 0.02; // of a side: a smaller box was a slip of the hand
    private static final List<Colour> COLOURS = List.of(
            Colour.hex("#e06e42"),
            Colour.hex("#4aa3df"),
            Colour.hex("#6cc070"),
            Colour.hex("#d6a03c"),
            Colour.hex("#b678d6"),
            Colour.hex("#40bfb4"),
            Colour.hex("#e2678f"),
            Colour.hex("#9aa84f"));

    private final DrawingViewModel drawing;
    private final ReadOnlyObjectWrapper<Optional<Integer>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
    private Optional<Drag> drag = Optional.empty();
    private long gestures;

    /** Of a box, in fractions of the canvas. */
    private record Edges(double left, double top, double right, double bottom) {}

    /**
     * What a drag changes.
     *
     * @param start the box when it began
     * @param across -1 the left edge, 1 the right edge, 0 neither, in fractions of the canvas
     * @param whole whether the box is moved
     */
    private record Drag(int index, Edges start, int across, int down, boolean whole, double x, double y) {}

    public BoxViewModel(DrawingViewModel drawing) {
        this.drawing = drawing;
        drawing.activeProperty()
                .addListener((property, old, now) -> chosen.set(chosen.get().filter(index -> index < boxes().size())));
    }

    /** The boxes of the active layer; none if it has none. */
    public List<LayoutBox> boxes() {
        return drawing.active()
                .map(layer -> layer instanceof Layer.Boxes boxes ? boxes.boxes() : List.<LayoutBox>of())
                .orElse(List.of());
    }

    /** The number of the box in hand, counted from 0 at the back. */
    public ReadOnlyObjectProperty<Optional<Integer>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(int index) {
        chosen.set(Optional.of(index).filter(each -> each >= 0 && each < boxes().size()));
    }

    /** Chooses the next box, for those who use the keyboard. */
    public void chooseNext(int step) {
        if (!boxes().isEmpty()) {
            choose(Math.floorMod(chosen.get().orElse(step > 0 ? -1 : 0) + step, boxes().size()));
        }
    }

    public boolean isDragging() {
        return drag.isPresent();
    }

    /** Takes a corner, an edge or a whole box in hand, or begins a new box. */
    public void grab(double x, double y, double reach) {
        if (drawing.active()
                .filter(layer -> layer instanceof Layer.Boxes && !layer.look().locked())
                .isEmpty()) {
            return;
        }
        double fx = x / size().width();
        double fy = y / size().height();
        gestures++;
        drag = chosen.get().flatMap(index -> edge(index, fx, fy, reach)).or(() -> inside(fx, fy));
        if (drag.isEmpty()) {
            drag = Optional.of(new Drag(boxes().size(), new Edges(fx, fy, fx, fy), 1, 1, false, fx, fy));
        }
        drag.ifPresent(held -> choose(held.index()));
    }

    /** @param snapping how near an edge is drawn to others, in document pixels */
    public void dragTo(double x, double y, double snapping) {
        drag.ifPresent(held -> {
            double fx = x / size().width();
            double fy = y / size().height();
            Edges edges = held.whole() ? moved(held, fx, fy, snapping) : resized(held, fx, fy, snapping);
            box(edges).ifPresent(box -> put(held.index(), box));
        });
    }

    public void release() {
        drag = Optional.empty();
        drawing.endGesture();
    }

    /** Moves the box in hand by some pixels; {@code sizing} moves its lower right corner alone. */
    public void nudge(double dx, double dy, boolean sizing) {
        chosen.get().ifPresent(index -> {
            Edges e = edges(boxes().get(index).box());
            double x = dx / size().width();
            double y = dy / size().height();
            Edges moved = sizing
                    ? new Edges(
                            e.left(),
                            e.top(),
                            Math.clamp(e.right() + x, Math.min(1, e.left() + LEAST), 1),
                            Math.clamp(e.bottom() + y, Math.min(1, e.top() + LEAST), 1))
                    : moved(e, x, y);
            box(moved).ifPresent(box -> put(index, box));
        });
    }

    /** A new box in the middle, for those who use the keyboard. */
    public void add() {
        drawing.active().filter(Layer.Boxes.class::isInstance).ifPresent(layer -> {
            var more = new ArrayList<>(boxes());
            more.add(new LayoutBox("", new Box(0.3, 0.3, 0.4, 0.4), colour(more.size())));
            set(more, "new box", "add" + gestures++);
            choose(more.size() - 1);
        });
    }

    public void remove() {
        chosen.get().ifPresent(index -> {
            var fewer = new ArrayList<>(boxes());
            fewer.remove((int) index);
            chosen.set(Optional.empty());
            set(fewer, "removing the box", "remove" + gestures++);
        });
    }

    /** Brings the box in hand forward (1) or back (-1). */
    public void order(int step) {
        chosen.get().ifPresent(index -> {
            int place = Math.clamp(index + (long) step, 0, boxes().size() - 1);
            var all = new ArrayList<>(boxes());
            all.add(place, all.remove((int) index));
            set(all, "order of boxes", "order" + gestures++);
            choose(place);
        });
    }

    /** Changes one box; {@code what} names the setting, so that one drag of its slider is one step of undo. */
    public void change(int index, String what, UnaryOperator<LayoutBox> change) {
        if (index < boxes().size()) {
            LayoutBox now = change.apply(boxes().get(index));
            if (!now.equals(boxes().get(index))) {
                var all = new ArrayList<>(boxes());
                all.set(index, now);
                set(all, "box settings", what + index);
            }
        }
    }

    private void put(int index, Box box) {
        var all = new ArrayList<>(boxes());
        if (index < all.size()) {
            all.set(index, all.get(index).at(box));
        } else {
            all.add(new LayoutBox("", box, colour(index)));
        }
        set(all, index < boxes().size() ? "moving a box" : "new box", "drag" + gestures);
        choose(index);
    }

    private void set(List<LayoutBox> boxes, String title, String gesture) {
        drawing.active().ifPresent(layer -> drawing.apply(new Edit.SetBoxes(layer.id(), boxes, title, gesture)));
    }

    private static Colour colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    private Optional<Drag> edge(int index, double x, double y, double reach) {
        Edges e = edges(boxes().get(index).box());
        double rx = reach / size().width();
        double ry = reach / size().height();
        boolean within = x > e.left() - rx && x < e.right() + rx && y > e.top() - ry && y < e.bottom() + ry;
        int across = Math.abs(x - e.left()) < rx ? -1 : Math.abs(x - e.right()) < rx ? 1 : 0;
        int down = Math.abs(y - e.top()) < ry ? -1 : Math.abs(y - e.bottom()) < ry ? 1 : 0;
        return within && (across != 0 || down != 0)
                ? Optional.of(new Drag(index, e, across, down, false, x, y))
                : Optional.empty();
    }

    private Optional<Drag> inside(double x, double y) {
        for (int index = boxes().size() - 1; index >= 0; index--) {
            Edges e = edges(boxes().get(index).box());
            if (x >= e.left() && x <= e.right() && y >= e.top() && y <= e.bottom()) {
                return Optional.of(new Drag(index, e, 0, 0, true, x, y));
            }
        }
        return Optional.empty();
    }

    /** Elsewhere, but inside the canvas. */
    private static Edges moved(Edges e, double x, double y) {
        double dx = Math.clamp(x, Math.min(0, -e.left()), Math.max(0, 1 - e.right()));
        double dy = Math.clamp(y, Math.min(0, -e.top()), Math.max(0, 1 - e.bottom()));
        return new Edges(e.left() + dx, e.top() + dy, e.right() + dx, e.bottom() + dy);
    }

    private Edges moved(Drag held, double x, double y, double snapping) {
        Edges s = held.start();
        double dx = Math.clamp(x - held.x(), Math.min(0, -s.left()), Math.max(0, 1 - s.right()));
        double dy = Math.clamp(y - held.y(), Math.min(0, -s.top()), Math.max(0, 1 - s.bottom()));
        dx += snap(held.index(), true, snapping / size().width(), s.left() + dx, s.right() + dx);
        dy += snap(held.index(), false, snapping / size().height(), s.top() + dy, s.bottom() + dy);
        return new Edges(s.left() + dx, s.top() + dy, s.right() + dx, s.bottom() + dy);
    }

    private Edges resized(Drag held, double x, double y, double snapping) {
        Edges s = held.start();
        double px = Math.clamp(x, 0, 1);
        double py = Math.clamp(y, 0, 1);
        px += snap(held.index(), true, snapping / size().width(), px);
        py += snap(held.index(), false, snapping / size().height(), py);
        double left = held.across() < 0 ? px : s.left();
        double right = held.across() > 0 ? px : s.right();
        double top = held.down() < 0 ? py : s.top();
        double bottom = held.down() > 0 ? py : s.bottom();
        return new Edges(Math.min(left, right), Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom));
    }

    /** By how much the first of the places that lies near a guide has to move to lie on it; 0 if none does. */
    private double snap(int index, boolean across, double reach, double... places) {
        List<Double> guides = new ArrayList<>(List.of(0.0, 1 / 3.0, 0.5, 2 / 3.0, 1.0));
        for (int i = 0; i < boxes().size(); i++) {
            if (i != index) {
                Edges e = edges(boxes().get(i).box());
                guides.add(across ? e.left() : e.top());
                guides.add(across ? e.right() : e.bottom());
            }
        }
        for (double place : places) {
            for (double guide : guides) {
                if (Math.abs(guide - place) < reach) {
                    return guide - place;
                }
            }
        }
        return 0;
    }

    private static Edges edges(Box box) {
        return new Edges(box.x(), box.y(), box.x() + box.width(), box.y() + box.height());
    }

    private static Optional<Box> box(Edges e) {
        double left = Math.max(0, e.left());
        double top = Math.max(0, e.top());
        double width = Math.min(1, e.right()) - left;
        double height = Math.min(1, e.bottom()) - top;
        return width < LEAST || height < LEAST ? Optional.empty() : Optional.of(new Box(left, top, width, height));
    }

    private Size size() {
        return drawing.document().size();
    }
}
