package studio.sinopia.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.PictureSheet;
import studio.sinopia.export.PictureSheet.Place;

/** One large picture with a row for each scene: what was painted, and the truth. */
public final class ContactSheet {

    private final int most;
    private final List<Row> columns;
    private final List<Place> places = new ArrayList<>();
    private final List<String> captions = new ArrayList<>();

    /**
     * @param most how many scenes it takes; further ones are left out
     * @param columns what is shown of each scene, from left to right
     */
    public ContactSheet(int most, List<Row> columns) {
        this.most = most;
        this.columns = List.copyOf(columns);
    }

    void add(BenchScene scene, Map<Row, Raster> pictures) {
        if (captions.size() < most) {
            columns.forEach(column -> places.add(Optional.ofNullable(pictures.get(column))
                    .<Place>map(Place.Filled::new)
                    .orElseGet(Place.Empty::new)));
            captions.add(scene.caption());
        }
    }

    /** The sheet as it stands. */
    public Raster raster() throws StudioException {
        return PictureSheet.table(places, columns.stream().map(Row::title).toList(), captions);
    }
}
