package studio.sinopia.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.control.Control;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.library.PatchShelf;

/** What was typed of pictures that are prompts. */
final class ReferenceOptions {

    private static final String IMAGE = "--reference-image";
    private static final String ADAPTER = "--ip-adapter";
    private static final String ENCODER = "--image-encoder";
    /** Twice what image encoders see; more would only make the recipe heavy. */
    private static final Size LARGEST = new Size(448, 448);

    @Option(
            names = IMAGE,
            paramLabel = "IMAGE[:weight[:start-end]]",
            description = {
                "A picture that is heard beside the prompt, through the IP-Adapter that --ip-adapter names; its middle"
                        + " square is looked at. May be repeated.",
                "Weight 0 to 2, default 1, 0.5 to 0.8 beside words; start and end as fractions of the steps."
            })
    private List<String> images = List.of();

    @Option(
            names = ADAPTER,
            paramLabel = "FILE",
            description = "The IP-Adapter for --reference-image: plain, plus or full, of the model's family.")
    private @Nullable String adapter;

    @Option(
            names = ENCODER,
            paramLabel = "DIR_OR_FILE",
            description = "The CLIP image encoder of the IP-Adapter. Default: the folder image_encoder beside it.")
    private @Nullable String encoder;

    /** @param shelf finds files by name */
    List<Control> controls(PatchShelf shelf) throws StudioException {
        if (images.isEmpty() && (adapter != null || encoder != null)) {
            throw new StudioException(new Problem(
                    "There is no reference picture to which the IP-Adapter could apply.",
                    adapter == null ? ENCODER : ADAPTER,
                    "Give a picture with " + IMAGE + "."));
        }
        List<Control> controls = new ArrayList<>();
        for (String each : images) {
            WeightedImage image = WeightedImage.parse(each, IMAGE);
            if (adapter == null) {
                throw new StudioException(new Problem(
                        "A reference picture is heard through an IP-Adapter, and none is named.",
                        IMAGE,
                        "Name its file with " + ADAPTER + "."));
            }
            controls.add(new Control.Reference(
                    small(PictureFile.read(image.image())),
                    shelf.find(adapter, ADAPTER).toString(),
                    shelf.network(Optional.ofNullable(encoder), ENCODER),
                    image.weight(),
                    image.window()));
        }
        return controls;
    }

    private static Raster small(Raster picture) {
        boolean large = Math.min(picture.width(), picture.height()) > LARGEST.width();
        return large ? Fitting.picture(picture, LARGEST, FitMode.CROP) : picture;
    }
}
