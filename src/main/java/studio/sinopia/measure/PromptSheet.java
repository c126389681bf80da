package studio.sinopia.measure;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import studio.sinopia.core.Raster;

/** Pictures in a square grid, each with its prompt below it. */
public final class PromptSheet {

    private static final int GAP = 8;
    private static final int LINE = 15;
    private static final int LINES = 2;

    private record Entry(Raster picture, String prompt) {}

    private final int most;
    private final List<Entry> entries = new ArrayList<>();

    /** @param most how many pictures it takes; further ones are left out */
    public PromptSheet(int most) {
        this.most = most;
    }

    /** @param picture all have one size */
    public void add(Raster picture, String prompt) {
        if (entries.size() < most) {
            entries.add(new Entry(picture, prompt));
        }
    }

    /** The sheet as it stands; at least one picture must have been added. */
    public Raster raster() {
        int columns = (int) Math.ceil(Math.sqrt(entries.size()));
        int rows = (entries.size() + columns - 1) / columns;
        int width = entries.getFirst().picture().width() + GAP;
        int height = entries.getFirst().picture().height() + LINES * LINE + GAP;
        var image = new BufferedImage(columns * width + GAP, rows * height + GAP, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.setColor(new Color(0x30, 0x30, 0x38));
            for (int i = 0; i < entries.size(); i++) {
                int x = GAP + i % columns * width;
                int y = GAP + i / columns * height;
                g.drawImage(entries.get(i).picture().image(), x, y, null);
                int foot = y + entries.get(i).picture().height();
                List<String> lines = wrapped(entries.get(i).prompt(), g.getFontMetrics(), width - GAP);
                for (int line = 0; line < Math.min(LINES, lines.size()); line++) {
                    g.drawString(lines.get(line), x, foot + LINE * (line + 1) - 2);
                }
            }
        } finally {
            g.dispose();
        }
        return Raster.of(image);
    }

    private static List<String> wrapped(String text, FontMetrics metrics, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }
}
