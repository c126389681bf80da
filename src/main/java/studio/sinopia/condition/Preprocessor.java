package studio.sinopia.condition;

import java.util.List;
import java.util.Map;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;

/** Derives a condition map from a picture. Stateless: the same picture and values give the same map, on any thread. */
public interface Preprocessor {

    /** The name on the command line and in recipes, as users of sd-webui-controlnet know it, for example {@code canny}. */
    String id();

    /** The name to show. */
    String title();

    /** What the map says. */
    ConditionKind kind();

    /** What can be set, in the order in which it is shown. */
    List<Parameter> parameters();

    /**
     * Derives the map.
     *
     * @param picture any size of at least 2 x 2
     * @param values settings by parameter name; what is absent has its default; every value lies in its range
     * @param cancellation looked at between stages
     * @return the map, of the picture's size
     * @throws studio.sinopia.core.CancelledException if a stop was asked for
     */
    Raster apply(Raster picture, Map<String, Double> values, Cancellation cancellation);
}
