package studio.sinopia.document;

import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** One change to a document, as a value: what undo steps over and what a journal can write down. */
public sealed interface Edit {

    /** Names what is undone, for example {@code Undo stroke}. */
    String title();

    /**
     * Whether this edit carries on what {@code before} began, so that both are undone together: one drag of a slider or
     * of a joint is one step.
     */
    default boolean continues(Edit before) {
        return false;
    }

    record AddMark(LayerId layer, Mark mark) implements Edit {
        @Override
        public String title() {
            return name(mark);
        }
    }

    /** Several marks of one movement of the hand, as symmetry leaves them. */
    record AddMarks(LayerId layer, List<Mark> marks) implements Edit {
        public AddMarks {
            marks = List.copyOf(marks);
        }

        @Override
        public String title() {
            return marks.isEmpty() ? "stroke" : name(marks.getFirst());
        }
    }

    private static String name(Mark mark) {
        return switch (mark) {
            case Mark.Fill fill -> "fill";
            case Mark.Patch patch -> "fill";
            case Mark.Stroke stroke -> stroke.colour().equals(Mark.NOTHING) ? "erasing" : "stroke";
            case Mark.Polygon polygon -> polygon.colour().equals(Mark.NOTHING) ? "erasing an area" : "area";
            case Mark.Gradient gradient -> "gradient";
            case Mark.Text text -> "text";
            case Mark.Pasted pasted -> "paste";
            case Mark.Erased erased -> "erasing";
        };
    }

    /** Moves, enlarges or turns all that is on a layer. */
    record Transform(LayerId layer, Placement placement) implements Edit {
        @Override
        public String title() {
            return "moving the layer's content";
        }
    }

    /** Paints one segment class over by another, everywhere on a layer. */
    record ReplaceColour(LayerId layer, Colour from, Colour to) implements Edit {
        @Override
        public String title() {
            return "replacing a class";
        }
    }

    /** How a layer stands in the list and on the screen. */
    record SetLook(LayerId layer, LayerLook look) implements Edit {
        @Override
        public String title() {
            return "layer settings";
        }

        @Override
        public boolean continues(Edit before) {
            return before instanceof SetLook other && other.layer.equals(layer);
        }
    }

    /**
     * Any change in the list of layers at once, for example merging two.
     *
     * @param layers all of them afterwards, from bottom to top
     */
    record Rearrange(List<Layer> layers, String title) implements Edit {
        public Rearrange {
            layers = List.copyOf(layers);
        }
    }

    /**
     * Changes the boxes of a layer.
     *
     * @param gesture the same for the parts of one drag, so that they are undone together
     */
    record SetBoxes(LayerId layer, List<LayoutBox> boxes, String title, String gesture) implements Edit {
        public SetBoxes {
            boxes = List.copyOf(boxes);
        }

        @Override
        public boolean continues(Edit before) {
            return before instanceof SetBoxes other && other.layer.equals(layer) && other.gesture.equals(gesture);
        }
    }

    /**
     * Puts another in the place of a person.
     *
     * @param person counted from 0
     * @param gesture the same for the parts of one drag, so that they are undone together
     */
    record SetPerson(LayerId layer, int person, Skeleton skeleton, String title, String gesture) implements Edit {
        @Override
        public boolean continues(Edit before) {
            return before instanceof SetPerson other
                    && other.layer.equals(layer)
                    && other.person == person
                    && other.gesture.equals(gesture);
        }
    }

    /**
     * Any change in who is there at once: order, or people from elsewhere.
     *
     * @param people afterwards, the last is in front
     */
    record SetPeople(LayerId layer, List<Skeleton> people, String title) implements Edit {
        public SetPeople {
            people = List.copyOf(people);
        }
    }

    /** Takes everything off a layer. */
    record ClearLayer(LayerId layer) implements Edit {
        @Override
        public String title() {
            return "clearing the layer";
        }
    }

    /** Puts a map from elsewhere under the marks of a painted layer. */
    record SetGround(LayerId layer, Optional<Raster> ground) implements Edit {
        @Override
        public String title() {
            return ground.isPresent() ? "opening a map" : "removing the map";
        }
    }

    /** Puts in a new layer.
     *
     * @param index 0 is at the bottom
     */
    record AddLayer(Layer layer, int index) implements Edit {
        @Override
        public String title() {
            return "new layer";
        }
    }

    record RemoveLayer(LayerId layer) implements Edit {
        @Override
        public String title() {
            return "removing the layer";
        }
    }

    /**
     * Changes the order of layers.
     *
     * @param index where the layer is afterwards, 0 is at the bottom
     */
    record MoveLayer(LayerId layer, int index) implements Edit {
        @Override
        public String title() {
            return "moving the layer";
        }
    }

    record SetInfluence(LayerId layer, Influence influence) implements Edit {
        @Override
        public String title() {
            return "layer settings";
        }

        @Override
        public boolean continues(Edit before) {
            return before instanceof SetInfluence other && other.layer.equals(layer);
        }
    }

    record AddPerson(LayerId layer, Skeleton person) implements Edit {
        @Override
        public String title() {
            return "new person";
        }
    }

    /** @param person counted from 0 */
    record RemovePerson(LayerId layer, int person) implements Edit {
        @Override
        public String title() {
            return "removing the person";
        }
    }

    /**
     * Moves a whole person.
     *
     * @param person counted from 0
     * @param dx fraction of the canvas width
     * @param dy fraction of the canvas height
     */
    record ShiftPerson(LayerId layer, int person, double dx, double dy) implements Edit {
        @Override
        public String title() {
            return "moving a person";
        }

        @Override
        public boolean continues(Edit before) {
            return before instanceof ShiftPerson other && other.layer.equals(layer) && other.person == person;
        }
    }

    /** Gives the canvas another size; drawings keep their shape. */
    record Resize(Size size) implements Edit {
        @Override
        public String title() {
            return "canvas size";
        }

        @Override
        public boolean continues(Edit before) {
            return before instanceof Resize;
        }
    }

    /**
     * Takes up another drawing with its size; the reference picture stays.
     *
     * @param layers from bottom to top
     */
    record TakeUp(Size size, List<Layer> layers, String title) implements Edit {
        public TakeUp {
            layers = List.copyOf(layers);
        }

        public TakeUp(Size size, List<Layer> layers) {
            this(size, layers, "taking up a drawing");
        }
    }

    /** Lays a picture under the drawing to trace from; it is never sent. */
    record SetReference(Optional<Raster> picture) implements Edit {
        @Override
        public String title() {
            return picture.isPresent() ? "reference picture" : "removing the reference picture";
        }
    }
}
