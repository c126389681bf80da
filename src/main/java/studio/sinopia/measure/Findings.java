package studio.sinopia.measure;

import java.util.List;
import studio.sinopia.world.Style;

/**
 * What a judge that knows things, people and styles finds in a picture.
 *
 * @param joints of people
 * @param things what is seen, the surest first
 * @param style in which the picture is drawn
 */
public record Findings(JointFinder joints, List<Sighting> things, Style style) {

    public Findings {
        things = List.copyOf(things);
    }
}
