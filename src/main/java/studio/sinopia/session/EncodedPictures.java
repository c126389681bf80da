package studio.sinopia.session;

import java.util.IdentityHashMap;
import studio.sinopia.core.Raster;
import studio.sinopia.document.DocumentJson;

/** Pictures as text for JSON trees; what was in the tree before is not encoded again. For one thread. */
final class EncodedPictures {

    private IdentityHashMap<Raster, String> before = new IdentityHashMap<>();
    private IdentityHashMap<Raster, String> now = new IdentityHashMap<>();

    /** A picture as text. */
    String text(Raster picture) {
        String known = before.get(picture);
        return now.computeIfAbsent(picture, raster -> known == null ? DocumentJson.picture(raster) : known);
    }

    /** A tree is whole: pictures that it does not have are forgotten. */
    void end() {
        before = now;
        now = new IdentityHashMap<>();
    }
}
