package studio.sinopia.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.pose.Figures;

/**
 * One immutable version of a drawing. Versions share the layers in which they do not differ.
 *
 * @param size of the canvas, of every map and of the picture, in pixels
 * @param layers from bottom to top; ids are distinct
 * @param reference a picture of any size to trace from; shown only, never sent
 */
public record Document(Size size, List<Layer> layers, Optional<Raster> reference) {

    public Document {
        layers = List.copyOf(layers);
        if (layers.stream().map(Layer::id).distinct().count() != layers.size()) {
            throw new IllegalArgumentException("Layers of a document need distinct ids");
        }
    }

    /** An empty canvas. */
    public static Document empty(Size size) {
        return new Document(size, List.of(), Optional.empty());
    }

    public Optional<Layer> find(LayerId id) {
        return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    /** Whether there is nothing to see on it. */
    public boolean isBlank() {
        return reference.isEmpty() && layers.stream().allMatch(Layer::isEmpty);
    }

    /** The next version. */
    public Document with(Edit edit) {
        return switch (edit) {
            case Edit.AddMark add -> painting(add.layer(), painting -> painting.with(add.mark()));
            case Edit.AddMarks add -> painting(add.layer(), painting -> painting.with(add.marks()));
            case Edit.Transform move -> layer(move.layer(), layer -> moved(layer, move.placement()));
            case Edit.ReplaceColour replace -> painting(replace.layer(), painting -> Recolouring.of(replace, painting));
            case Edit.SetLook set -> layer(set.layer(), layer -> layer.withLook(set.look()));
            case Edit.Rearrange all -> new Document(size, all.layers(), reference);
            case Edit.SetBoxes set -> layer(set.layer(), layer -> boxes(layer).withBoxes(set.boxes()));
            case Edit.SetPerson set -> people(set.layer(), people -> people.set(set.person(), set.skeleton()));
            case Edit.SetPeople set ->
                people(set.layer(), people -> {
                    people.clear();
                    people.addAll(set.people());
                });
            case Edit.ClearLayer clear -> layer(clear.layer(), Document::cleared);
            case Edit.SetGround set -> painting(set.layer(), painting -> painting.withGround(fitting(set.ground())));
            case Edit.AddLayer add -> layers(list -> list.add(add.index(), add.layer()));
            case Edit.RemoveLayer remove -> layers(list -> list.remove(indexOf(remove.layer())));
            case Edit.MoveLayer move -> layers(list -> list.add(move.index(), list.remove(indexOf(move.layer()))));
            case Edit.SetInfluence set -> layer(set.layer(), layer -> layer.withInfluence(set.influence()));
            case Edit.AddPerson add -> people(add.layer(), people -> people.add(add.person()));
            case Edit.RemovePerson remove -> people(remove.layer(), people -> people.remove(remove.person()));
            case Edit.ShiftPerson shift ->
                people(
                        shift.layer(),
                        people -> people.set(
                                shift.person(), Figures.shifted(people.get(shift.person()), shift.dx(), shift.dy())));
            case Edit.Resize resize -> resized(resize.size());
            case Edit.TakeUp other -> new Document(other.size(), other.layers(), reference);
            case Edit.SetReference set -> new Document(size, layers, set.picture());
        };
    }

    /**
     * The layers as they are on a larger canvas.
     *
     * @param left pixels that are new at the left
     * @param top pixels that are new at the top
     * @param larger the size of that canvas
     */
    public List<Layer> layersOn(int left, int top, Size larger) {
        Placement shift = Placement.shifted(left, top);
        return layers.stream().map(layer -> layer.placed(shift, size, larger)).toList();
    }

    /** About how much memory this version takes beyond what it shares with {@code before}. */
    long bytesBeyond(Optional<Document> before) {
        return layers.stream()
                .mapToLong(layer -> {
                    Optional<Layer> older = before.flatMap(document -> document.find(layer.id()));
                    return older.filter(same -> same == layer).isPresent() ? 0 : layer.bytesBeyond(older);
                })
                .sum();
    }

    private Document resized(Size newSize) {
        return new Document(
                newSize,
                layers.stream().map(layer -> layer.resized(size, newSize)).toList(),
                reference);
    }

    private Optional<Raster> fitting(Optional<Raster> ground) {
        ground.map(Raster::size).filter(other -> !other.equals(size)).ifPresent(other -> {
            throw new IllegalArgumentException(
                    "Ground of a layer needs the canvas size %s, got %s".formatted(size, other));
        });
        return ground;
    }

    private static Layer cleared(Layer layer) {
        return switch (layer) {
            case Layer.Painting painting -> painting.cleared();
            case Layer.Pose pose -> pose.withPeople(List.of());
            case Layer.Boxes boxes -> boxes.withBoxes(List.of());
        };
    }

    private Layer moved(Layer layer, Placement placement) {
        return switch (layer) {
            case Layer.Painting painting -> painting.moved(placement, size);
            case Layer.Pose pose -> pose.moved(placement, size);
            case Layer.Boxes boxes -> boxes;
        };
    }

    private static Layer.Boxes boxes(Layer layer) {
        if (layer instanceof Layer.Boxes boxes) {
            return boxes;
        }
        throw new IllegalArgumentException("Layer " + layer.id() + " has no boxes");
    }

    private Document painting(LayerId id, UnaryOperator<Layer.Painting> change) {
        return layer(id, layer -> {
            if (layer instanceof Layer.Painting painting) {
                return change.apply(painting);
            }
            throw new IllegalArgumentException(
                    "Layer %s is of kind %s, nothing to paint on".formatted(id, layer.kind()));
        });
    }

    private Document people(LayerId id, Consumer<List<Skeleton>> change) {
        return layer(id, layer -> {
            if (layer instanceof Layer.Pose pose) {
                var people = new ArrayList<>(pose.people());
                change.accept(people);
                return pose.withPeople(people);
            }
            throw new IllegalArgumentException("Layer " + id + " has no people");
        });
    }

    private Document layer(LayerId id, Function<Layer, Layer> change) {
        int index = indexOf(id);
        return layers(list -> list.set(index, change.apply(list.get(index))));
    }

    private Document layers(Consumer<List<Layer>> change) {
        var list = new ArrayList<>(layers);
        change.accept(list);
        return new Document(size, list, reference);
    }

    private int indexOf(LayerId id) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no layer " + id);
    }
}
