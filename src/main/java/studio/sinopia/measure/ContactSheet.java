package studio.sinopia.measure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import studio.sinopia.core.Raster;
import studio.sinopia.measure.ControlReport.Row;

/** One large picture with a row for each scene: its maps, what was painted from them, and the truth. */
public final class ContactSheet {

    private static final List<String> TITLES =
            List.of("line art", "segments", "no control", "with line art", "with segments", "autoencoder", "truth");
    private static final int HEAD = 22;
    private static final int FOOT = 18;
    private static final int GAP = 4;

    private final int most;
    private final List<List<Raster>> rows = new ArrayList<>();
    private final List<String> captions = new ArrayList<>();

    /** @param most how many scenes it takes; further ones are left out */
    public ContactSheet(int most) {
        this.most = most;
    }

    void add(BenchScene scene, Map<Row, Raster> pictures) {
        if (rows.size() < most) {
            List<Raster> row = new ArrayList<>(List.of(scene.lineArt(), scene.segments()));
            Arrays.stream(Row.values())
                    .map(each -> Objects.requireNonNull(pictures.get(each)))
                    .forEach(row::add);
            rows.add(List.copyOf(row));
            captions.add(scene.caption());
        }
    }

    /** The sheet as it stands; at least one scene must have been added. */
    public Raster raster() {
        int side = rows.getFirst().getFirst().width();
        int height = rows.getFirst().getFirst().height();
        int columns = TITLES.size();
        var image = new BufferedImage(
                columns * (side + GAP) + GAP,
                HEAD + rows.size() * (height + FOOT + GAP) + GAP,
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
            g.setColor(new Color(0x20, 0x20, 0x24));
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.setColor(Color.WHITE);
            for (int column = 0; column < columns; column++) {
                int x = GAP + column * (side + GAP);
                g.drawString(TITLES.get(column), x, HEAD - 6);
                for (int row = 0; row < rows.size(); row++) {
                    int y = HEAD + row * (height + FOOT + GAP);
                    g.drawImage(rows.get(row).get(column).image(), x, y, null);
                }
            }
            for (int row = 0; row < rows.size(); row++) {
                g.drawString(captions.get(row), GAP, HEAD + row * (height + FOOT + GAP) + height + FOOT - 4);
            }
        } finally {
            g.dispose();
        }
        return Raster.of(image);
    }
}
