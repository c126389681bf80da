package studio.sinopia.export;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;

/** Many pictures on one sheet of white paper, with words above the columns and before the rows, or below each picture. */
public final class PictureSheet {

    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(40, 36, 32);
    private static final Color EMPTY = new Color(232, 228, 222);
    private static final int LEAST_FONT = 11; // pixels
    private static final int CAPTION_LINES = 2;

    private final Size cell;
    private final int gap;
    private final Font font;
    private final FontMetrics metrics;

    /** @param cell size of each picture on the sheet */
    private PictureSheet(Size cell) {
        this.cell = cell;
        this.gap = Math.max(4, cell.width() / 48);
        this.font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(LEAST_FONT, cell.width() / 18));
        var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        this.metrics = graphics.getFontMetrics(font);
        graphics.dispose();
    }

    /** A picture that is there, or not yet. */
    public sealed interface Place {
        record Filled(Raster picture) implements Place {}

        record Empty() implements Place {}
    }

    /**
     * A table.
     *
     * @param places row by row; pictures are fitted into places of the first picture's size
     * @param columns words above the columns, as many as there are
     * @param rows words before the rows, as many as there are
     * @throws StudioException if the sheet would be larger than any picture that can be saved
     */
    public static Raster table(List<? extends Place> places, List<String> columns, List<String> rows)
            throws StudioException {
        return new PictureSheet(size(places)).drawTable(places, columns, rows);
    }

    /**
     * A contact sheet.
     *
     * @param captions words below the pictures, as many as there are; longer ones than two lines are cut
     * @param columns how many pictures stand beside each other
     * @param side longest side of a picture on the sheet, in pixels
     * @throws StudioException if the sheet would be larger than any picture that can be saved
     */
    public static Raster contacts(List<Raster> pictures, List<String> captions, int columns, int side)
            throws StudioException {
        return new PictureSheet(new Size(side, side)).drawContacts(pictures, captions, columns);
    }

    private static Size size(List<? extends Place> places) {
        return places.stream()
                .filter(Place.Filled.class::isInstance)
                .map(place -> ((Place.Filled) place).picture().size())
                .findFirst()
                .orElse(new Size(256, 256));
    }

    private Raster drawTable(List<? extends Place> places, List<String> columns, List<String> rows)
            throws StudioException {
        int across = columns.size();
        int left = rows.stream().allMatch(String::isEmpty)
                ? 0
                : Math.min(
                                cell.width(),
                                rows.stream()
                                        .mapToInt(metrics::stringWidth)
                                        .max()
                                        .orElse(0))
                        + gap;
        List<List<String>> heads =
                columns.stream().map(word -> wrapped(word, cell.width())).toList();
        int lines = heads.stream().mapToInt(List::size).max().orElse(0);
        boolean bare = columns.stream().allMatch(String::isEmpty);
        int top = bare ? 0 : lines * metrics.getHeight() + gap;
        BufferedImage sheet =
                paper(gap + left + across * (cell.width() + gap), gap + top + rows.size() * (cell.height() + gap));
        Graphics2D pen = pen(sheet);
        for (int column = 0; column < across; column++) {
            words(pen, heads.get(column), x(left, column), gap, cell.width());
        }
        for (int row = 0; row < rows.size(); row++) {
            List<String> words = wrapped(rows.get(row), Math.max(1, left - gap));
            int middle = y(top, row) + (cell.height() - words.size() * metrics.getHeight()) / 2;
            words(pen, words, gap, middle, left - gap);
        }
        for (int i = 0; i < places.size(); i++) {
            int x = x(left, i % across);
            int y = y(top, i / across);
            switch (places.get(i)) {
                case Place.Filled filled -> picture(pen, filled.picture(), x, y);
                case Place.Empty empty -> {
                    pen.setColor(EMPTY);
                    pen.fillRect(x, y, cell.width(), cell.height());
                }
            }
        }
        pen.dispose();
        return Raster.of(sheet);
    }

    private Raster drawContacts(List<Raster> pictures, List<String> captions, int columns) throws StudioException {
        List<List<String>> words = captions.stream()
                .map(each -> wrapped(each, cell.width()))
                .map(lines -> lines.subList(0, Math.min(lines.size(), CAPTION_LINES)))
                .toList();
        int lines = words.stream().mapToInt(List::size).max().orElse(0);
        int caption = lines * metrics.getHeight() + gap / 2;
        int rows = (pictures.size() + columns - 1) / columns;
        BufferedImage sheet = paper(gap + columns * (cell.width() + gap), gap + rows * (cell.height() + caption + gap));
        Graphics2D pen = pen(sheet);
        for (int i = 0; i < pictures.size(); i++) {
            int x = gap + i % columns * (cell.width() + gap);
            int y = gap + i / columns * (cell.height() + caption + gap);
            picture(pen, pictures.get(i), x, y);
            words(pen, words.get(i), x, y + cell.height() + gap / 2, cell.width());
        }
        pen.dispose();
        return Raster.of(sheet);
    }

    private int x(int left, int column) {
        return gap + left + column * (cell.width() + gap);
    }

    private int y(int top, int row) {
        return gap + top + row * (cell.height() + gap);
    }

    private static BufferedImage paper(int width, int height) throws StudioException {
        if (Math.max(width, height) > PictureFile.MAXIMUM_SIDE || (long) width * height > PictureFile.MAXIMUM_PIXELS) {
            throw new StudioException(new Problem(
                    "The sheet would be %d x %d pixels, larger than any picture that can be saved."
                            .formatted(width, height),
                    "sheet",
                    "Put fewer or smaller pictures on it."));
        }
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private Graphics2D pen(BufferedImage sheet) {
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setFont(font);
        return pen;
    }

    /** Fitted into its place, in the middle of it. */
    private void picture(Graphics2D pen, Raster picture, int x, int y) {
        double scale = Math.min((double) cell.width() / picture.width(), (double) cell.height() / picture.height());
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        pen.drawImage(
                picture.image(), x + (cell.width() - width) / 2, y + (cell.height() - height) / 2, width, height, null);
    }

    private void words(Graphics2D pen, List<String> lines, int x, int y, int width) {
        pen.setColor(INK);
        for (int i = 0; i < lines.size(); i++) {
            int indent = Math.max(0, (width - metrics.stringWidth(lines.get(i))) / 2);
            pen.drawString(lines.get(i), x + indent, y + i * metrics.getHeight() + metrics.getAscent());
        }
    }

    private List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.stream().map(each -> cut(each, width)).limit(4).toList();
    }

    private String cut(String text, int width) {
        String words = text;
        while (!words.isEmpty() && metrics.stringWidth(words) > width) {
            words = words.substring(0, words.length() - 1);
        }
        return words;
    }
}
