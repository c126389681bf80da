package studio.sinopia.condition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import studio.sinopia.core.StudioException;

/** Lists of segment classes that models in the world were trained with. */
public final class KnownPalettes {

    private KnownPalettes() {}

    /** ADE20K's 150 classes; ControlNet's segment models know them. Road and skyscraper share a colour. */
    public static SegmentPalette ade20k() {
        return read("ade20k.txt", "ADE20K");
    }

    /** COCO's 133 classes of things and stuff. */
    public static SegmentPalette coco() {
        return read("coco.txt", "COCO");
    }

    private static SegmentPalette read(String file, String name) {
        try (InputStream in = KnownPalettes.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks " + file);
            }
            return PaletteText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (StudioException damaged) {
            throw new IllegalStateException("The program's " + file + " is damaged", damaged);
        }
    }
}
