package studio.sinopia.ui.shell;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import studio.sinopia.document.pose.OpenPoseJson;

/** What goes through the clipboard of the system: people as OpenPose JSON. */
final class Pasteboard {

    private static final String NAME = "clipboard";

    private final StudioViewModel studio;

    Pasteboard(StudioViewModel studio) {
        this.studio = studio;
    }

    /** Copies the people of the layer in hand; whether there were any. */
    boolean copy() {
        if (!studio.instruments().people().canWrite()) {
            return false;
        }
        var content = new ClipboardContent();
        content.putString(studio.instruments().people().json());
        return Clipboard.getSystemClipboard().setContent(content);
    }

    /** Takes what is on the clipboard; whether there was anything to take. */
    boolean paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString() && OpenPoseJson.looksLikePoses(clipboard.getString())) {
            studio.poses().read(clipboard.getString(), NAME);
            return true;
        }
        return false;
    }
}
