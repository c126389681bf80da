package studio.sinopia.ui.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.KnownPalettes;
import studio.sinopia.condition.PaletteText;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.condition.SegmentPalette;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.SegmentCounts;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.canvas.ToolViewModel;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.progress.NoticeViewModel;

/** Lists of segment classes, the search in them, and what is on the layer in hand. */
public final class SegmentsViewModel {

    private static final long LARGEST = 1 << 20; // bytes of a list

    private final DrawingViewModel drawing;
    private final ToolViewModel tools;
    private final NoticeViewModel notice;
    private final Executor files;
    private final Executor fx;
    private final SegmentPalette known;
    private final ObservableList<SegmentPalette> palettes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<SegmentPalette> palette;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObservableList<SegmentClass> found = FXCollections.observableArrayList();
    private final ObservableList<Used> legend = FXCollections.observableArrayList();

    /**
     * A class that is on the layer in hand.
     *
     * @param segment none if the colour is in no list: black is what nobody painted
     * @param share of the canvas, 0 … 1
     */
    public record Used(Colour colour, Optional<SegmentClass> segment, long pixels, double share) {

        /** The name of the class. */
        public String title() {
            return segment.map(SegmentClass::name)
                    .orElseGet(() -> colour.equals(Colour.BLACK)
                            ? Words.of("segment.none")
                            : Words.of("segment.unknown", colour.hex()));
        }
    }

    /**
     * @param known the classes of the open model
     * @param files runs work on the thread that reads files
     */
    public SegmentsViewModel(
            DrawingViewModel drawing,
            ToolViewModel tools,
            SegmentPalette known,
            NoticeViewModel notice,
            Executor files,
            Executor fx) {
        this.drawing = drawing;
        this.tools = tools;
        this.notice = notice;
        this.files = files;
        this.fx = fx;
        this.known = known;
        palettes.addAll(known, KnownPalettes.ade20k(), KnownPalettes.coco());
        palette = new ReadOnlyObjectWrapper<>(this, "palette", known);
        search.addListener((property, old, now) -> narrow());
        drawing.activeProperty().addListener((property, old, now) -> count());
        narrow();
        count();
    }

    ObservableList<SegmentPalette> palettes() {
        return palettes;
    }

    /** The list to choose from. */
    ReadOnlyObjectProperty<SegmentPalette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    public void use(SegmentPalette chosen) {
        palette.set(chosen);
        tools.usePalette(chosen);
        narrow();
        count();
    }

    /** Why the open model will not understand the list in hand; empty if it will. */
    Optional<String> warning() {
        return palette.get().equals(known)
                ? Optional.empty()
                : Optional.of(
                        Words.of("palette.foreign", known.name(), palette.get().name()));
    }

    /** Words that the names of the classes shown have in them. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The classes of the list that are found; those whose name begins so come first. */
    ObservableList<SegmentClass> found() {
        return found;
    }

    /** What is on the layer in hand, the largest area first. */
    public ObservableList<Used> legend() {
        return legend;
    }

    /** Takes up a list of classes from a file; a problem becomes a notice. */
    public void open(Path file) {
        String name = String.valueOf(file.getFileName());
        files.execute(() -> {
            try {
                SegmentPalette own = PaletteText.read(content(file), name.replaceFirst("\\.[^.]*$", ""), name);
                fx.execute(() -> {
                    palettes.removeIf(each -> each.name().equals(own.name()));
                    palettes.add(own);
                    use(own);
                });
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }

    /** Everything on the layer in hand that is of a colour becomes of the class in hand. */
    public void replace(Colour from) {
        Colour to = tools.inkProperty().get().colour();
        segments().filter(layer -> !layer.look().locked() && !from.equals(to)).ifPresent(layer -> {
            drawing.apply(new Edit.ReplaceColour(layer.id(), from, to));
            drawing.endGesture();
        });
    }

    private static String content(Path file) throws StudioException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new StudioException(
                        new Problem(Words.of("palette.large"), file.toString(), Words.of("palette.large.remedy")));
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new StudioException(
                    new Problem(Words.of("palette.unreadable"), file.toString(), Words.of("file.unreadable.remedy")),
                    unreadable);
        }
    }

    private void narrow() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        List<SegmentClass> all = palette.get().classes();
        List<SegmentClass> hits = all.stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(java.util.Comparator.comparing((SegmentClass each) ->
                        !each.name().toLowerCase(Locale.ROOT).startsWith(wanted)))
                .toList();
        found.setAll(hits);
    }

    private Optional<Layer> segments() {
        return drawing.active().filter(layer -> layer.kind() == ConditionKind.SEGMENTS);
    }

    private void count() {
        Optional<Layer> layer = segments();
        if (layer.isEmpty()) {
            legend.clear();
            return;
        }
        Size size = drawing.document().size();
        int[] map = drawing.painter().pixels(layer.get(), size).argb();
        legend.setAll(SegmentCounts.of(map).stream()
                .map(each -> new Used(
                        each.colour(), named(each.colour()), each.pixels(), (double) each.pixels() / size.area()))
                .toList());
    }

    /** The class of a colour in the list in hand, or else in another. */
    private Optional<SegmentClass> named(Colour colour) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(palette.get()), palettes.stream())
                .flatMap(each -> each.classes().stream())
                .filter(each -> each.colour().equals(colour))
                .findFirst();
    }
}
