package studio.sinopia.measure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import studio.sinopia.core.Raster;

/** One large picture with a row for each scene: what was painted, and the truth. */
public final class ContactSheet {

    private static final int HEAD = 22;
    private static final int FOOT = 18;
    private static final int GAP = 4;

    private final int most;
    private final List<Map<Row, Raster>> rows = new ArrayList<>();
    private final Set<Row> columns = new LinkedHashSet<>();
    private final List<String> captions = new ArrayList<>();

    /** @param most how many scenes it takes; further ones are left out */
    public ContactSheet(int most) {
        this.most = most;
    }

    void add(BenchScene scene, Map<Row, Raster> pictures) {
        if (rows.size() < most) {
            rows.add(Map.copyOf(pictures));
            columns.addAll(pictures.keySet());
            Stream.of(Row.AUTOENCODER, Row.TRUTH).filter(columns::remove).forEach(columns::add);
            captions.add(scene.caption());
        }
    }

    /** The sheet as it stands; at least one scene must have been added. */
    public Raster raster() {
        Raster first = rows.getFirst().values().iterator().next();
        int side = first.width();
        int height = first.height();
        var image = new BufferedImage(
                columns.size() * (side + GAP) + GAP,
                HEAD + rows.size() * (height + FOOT + GAP) + GAP,
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
            g.setColor(new Color(0x20, 0x20, 0x24));
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.setColor(Color.WHITE);
            int x = GAP;
            for (Row column : columns) {
                g.drawString(column.title(), x, HEAD - 6);
                for (int row = 0; row < rows.size(); row++) {
                    Raster picture = rows.get(row).get(column);
                    if (picture != null) {
                        g.drawImage(picture.image(), x, HEAD + row * (height + FOOT + GAP), null);
                    }
                }
                x += side + GAP;
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
