package studio.sinopia.engine.checkpoint;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.StoredWeights;
import studio.sinopia.engine.weights.TensorEntry;
import studio.sinopia.engine.weights.TensorPlace;

/** Writes down, name by name, where the weights of one network stand in a checkpoint. What is not there is a problem at once. */
final class PartNames {

    private static final List<String> TABLES = List.of("q_proj", "k_proj", "v_proj");

    private final Tensors tensors;
    private final Map<String, TensorPlace> places = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    PartNames(Tensors tensors) {
        this.tensors = tensors;
    }

    /** A layer with weight and bias. */
    void layer(String stored, String name) throws StudioException {
        weight(stored + ".weight", name + ".weight");
        weight(stored + ".bias", name + ".bias");
    }

    /** A single tensor. */
    void weight(String stored, String name) throws StudioException {
        place(name, TensorPlace.whole(use(stored)));
    }

    /** A table whose rows are columns to the network. */
    void turned(String stored, String name) throws StudioException {
        TensorEntry entry = use(stored);
        if (entry.shape().size() != 2) {
            throw tensors.misfit(stored);
        }
        place(name, TensorPlace.turned(entry));
    }

    /** Queries, keys and values one below the other, as {@code name.q_proj}, {@code .k_proj} and {@code .v_proj}. */
    void attention(String stored, String name) throws StudioException {
        for (String kind : List.of("weight", "bias")) {
            String key = stored + ".in_proj_" + kind;
            TensorEntry entry = use(key);
            if (entry.shape().isEmpty() || entry.shape().getFirst() % TABLES.size() != 0) {
                throw tensors.misfit(key);
            }
            for (int i = 0; i < TABLES.size(); i++) {
                place(name + "." + TABLES.get(i) + "." + kind, TensorPlace.share(entry, i, TABLES.size()));
            }
        }
        layer(stored + ".out_proj", name + ".out_proj");
    }

    /** Where everything stands; what begins with one of {@code ours} and nothing asked for keeps its name, to be complained of. */
    Map<String, TensorPlace> done(String... ours) {
        for (String each : ours) {
            for (TensorEntry entry : tensors.below(each).entries()) {
                if (!used.contains(entry.name()) && !StoredWeights.isIgnored(entry.name())) {
                    places.put(entry.name(), TensorPlace.whole(entry));
                }
            }
        }
        return places;
    }

    private TensorEntry use(String stored) throws StudioException {
        TensorEntry entry = tensors.entry(stored);
        used.add(entry.name());
        return entry;
    }

    private void place(String name, TensorPlace place) {
        places.put(name, place);
    }
}
