package studio.sinopia.ui.shell;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import studio.sinopia.document.Layer;
import studio.sinopia.document.pose.OpenPoseJson;
import studio.sinopia.ui.fx.RasterImage;

/** What goes through the clipboard of the system: people as OpenPose JSON, maps and pictures as images, files. */
final class Pasteboard {

    private static final String NAME = "clipboard";

    private final StudioViewModel studio;

    Pasteboard(StudioViewModel studio) {
        this.studio = studio;
    }

    /** Copies the layer in hand: people as text, what is painted as the image of its map; whether there was anything. */
    boolean copy() {
        var content = new ClipboardContent();
        if (studio.instruments().people().canWrite()) {
            content.putString(studio.instruments().people().json());
        } else {
            studio.drawing()
                    .active()
                    .filter(layer -> layer instanceof Layer.Painting && !layer.isEmpty())
                    .ifPresent(layer -> content.putImage(RasterImage.of(studio.drawing()
                            .painter()
                            .paint(layer, studio.drawing().document().size())
                            .raster())));
        }
        return !content.isEmpty() && Clipboard.getSystemClipboard().setContent(content);
    }

    /** Takes what is on the clipboard; whether there was anything to take. */
    boolean paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString() && OpenPoseJson.looksLikePoses(clipboard.getString())) {
            studio.poses().read(clipboard.getString(), NAME);
        } else if (clipboard.hasFiles() && !clipboard.getFiles().isEmpty()) {
            studio.open(clipboard.getFiles().getFirst().toPath());
        } else if (clipboard.hasImage() && clipboard.getImage() != null) {
            studio.intake().show(NAME, RasterImage.raster(clipboard.getImage()));
        } else {
            return false;
        }
        return true;
    }
}
