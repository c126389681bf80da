package studio.sinopia.world;

import java.util.List;
import java.util.Map;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Box;
import studio.sinopia.core.Raster;

/**
 * A drawn scene with its exact truth. All maps have the size of the picture.
 *
 * @param picture what a person sees
 * @param segments the class of each pixel in the exact colours of {@code StorybookPalette}
 * @param depth grey, near = 255
 * @param lineArt white on black
 * @param scribble white on black, as drawn in a hurry
 * @param instances grey, the number of the thing, from 1 for the farthest; 0 for land and sky
 * @param people one for each person, near ones last
 * @param boxes one for each thing of which something can be seen, near ones last
 * @param captions different true descriptions
 */
public record RenderedScene(
        SceneSpec spec,
        Raster picture,
        Raster segments,
        Raster depth,
        Raster lineArt,
        Raster scribble,
        Raster instances,
        List<Body> people,
        List<LabelledBox> boxes,
        List<String> captions) {

    /** A skeleton, and which of its joints can be seen. */
    public record Body(Skeleton skeleton, Map<Joint, Boolean> visible) {

        public Body {
            visible = Map.copyOf(visible);
        }
    }

    /**
     * The visible part of a thing.
     *
     * @param phrase for example {@code red house}
     */
    public record LabelledBox(Label label, String phrase, Box box) {}

    public RenderedScene {
        people = List.copyOf(people);
        boxes = List.copyOf(boxes);
        captions = List.copyOf(captions);
    }
}
