package studio.sinopia.ui.stack;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.document.pose.BodyPose;
import studio.sinopia.document.pose.HandShape;
import studio.sinopia.document.pose.PosePart;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.canvas.Instruments;
import studio.sinopia.ui.canvas.PeopleViewModel;
import studio.sinopia.ui.canvas.PoseViewModel;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.Words;

/** The people of the layer in hand, and poses, hands and faces for the one in hand. */
final class PosePanel extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SHOWN = 47;

    private final PoseViewModel pose;
    private final PeopleViewModel people;
    private final VBox rows = new VBox();
    private final ToggleButton right = side("right", "hand-right");
    private final ToggleButton left = side("left", "hand-left");

    /** Asks the person for files with poses. */
    public interface Files {
        void openPose();

        void savePose();
    }

    PosePanel(DrawingViewModel drawing, Instruments hands, Files files) {
        this.pose = hands.pose();
        this.people = hands.people();
        setId("pose-panel");
        getStyleClass().add("pose-panel");
        rows.getStyleClass().add("box-rows");
        var pages = new StackPane(page("poses", poses()), page("hands", handPage()), page("people", peoplePage(files)));
        VBox.setVgrow(pages, Priority.ALWAYS);
        getChildren()
                .addAll(
                        switcher(
                                pages,
                                List.of(
                                        Words.of("pose.page.poses"),
                                        Words.of("pose.page.hands"),
                                        Words.of("pose.page.people"))),
                        pages);
        drawing.activeProperty().addListener((property, old, now) -> show());
        pose.personProperty().addListener((property, old, now) -> show());
        show();
    }

    private static HBox switcher(StackPane pages, List<String> titles) {
        var group = new ToggleGroup();
        var bar = new HBox();
        bar.getStyleClass().add("view-switch");
        for (int i = 0; i < titles.size(); i++) {
            Node page = pages.getChildren().get(i);
            var button = new ToggleButton(titles.get(i));
            button.setId("show-" + page.getId());
            button.setToggleGroup(group);
            button.getStyleClass().addAll("view-button", "small");
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            page.visibleProperty().bind(button.selectedProperty());
            button.setOnAction(event -> button.setSelected(true)); // one page is always open
            button.setSelected(i == 0);
            bar.getChildren().add(button);
        }
        return bar;
    }

    private static Node page(String id, Region content) {
        var scroll = new ScrollPane(content);
        scroll.setId("pose-page-" + id);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        return scroll;
    }

    private Region poses() {
        var tiles = tiles();
        for (BodyPose each : BodyPose.ALL) {
            Image drawn = PoseThumbnail.body(new Skeleton(each.joints()));
            tiles.getChildren().add(tile("pose", each.title(), drawn, () -> people.take(each)));
        }
        return tiles;
    }

    private Region handPage() {
        var group = new ToggleGroup();
        right.setToggleGroup(group);
        left.setToggleGroup(group);
        right.setSelected(true);
        var sides = new HBox(right, left);
        sides.getStyleClass().add("view-switch");
        var turn = new IconButton("hand-turn", Feather.REFRESH_CW, Words.of("hand.turn"));
        turn.setOnAction(event -> people.turnHand(side()));
        var remove = new IconButton("hand-remove", Feather.X, Words.of("hand.none"));
        remove.setOnAction(event -> people.removeHand(side()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(sides, space, turn, remove);
        bar.setAlignment(Pos.CENTER_LEFT);
        var tiles = tiles();
        for (HandShape each : HandShape.ALL) {
            Image drawn = PoseThumbnail.hand(each.upright());
            tiles.getChildren().add(tile("hand", each.title(), drawn, () -> people.hand(side(), each)));
        }
        var face = button("add-face", Words.of("face"), Feather.SMILE, Words.of("face.help"), () -> people.face(true));
        var noFace = button(
                "remove-face",
                Words.of("face.none"),
                Feather.MEH,
                Words.of("face.none.help"),
                () -> people.face(false));
        var faces = new HBox(face, noFace);
        faces.getStyleClass().add("field-row");
        return section(faces, bar, tiles);
    }

    private PosePart side() {
        return left.isSelected() ? PosePart.LEFT_HAND : PosePart.RIGHT_HAND;
    }

    private static ToggleButton side(String name, String id) {
        var button = new ToggleButton(Words.of("hand." + name));
        button.setId(id);
        button.getStyleClass().addAll("view-button", "small");
        Hint.on(button, Words.of("hand." + name + ".help"));
        button.setOnAction(event -> button.setSelected(true));
        return button;
    }

    private Region peoplePage(Files files) {
        var open =
                button("pose-open", Words.of("pose.open"), Feather.UPLOAD, Words.of("pose.open.help"), files::openPose);
        var save = button(
                "pose-save", Words.of("pose.save"), Feather.DOWNLOAD, Words.of("pose.save.help"), files::savePose);
        var bar = new HBox(open, save);
        bar.getStyleClass().add("field-row");
        var hint = new Label(Words.of("pose.order"));
        hint.setWrapText(true);
        hint.getStyleClass().add("hint-line");
        return section(rows, bar, hint);
    }

    private void show() {
        List<Skeleton> all = pose.people();
        rows.getChildren().clear();
        for (int index = all.size() - 1; index >= 0; index--) {
            rows.getChildren().add(row(index, all.size()));
        }
        if (all.isEmpty()) {
            var nobody = new Label(Words.of("pose.nobody"));
            nobody.setWrapText(true);
            nobody.getStyleClass().add("hint-line");
            rows.getChildren().add(nobody);
        }
    }

    private HBox row(int index, int all) {
        var name = new Button(Words.of("pose.person", index + 1) + parts(index));
        name.setId("person-" + index);
        name.getStyleClass().addAll("flat", "small", "person-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnAction(event -> pose.choosePerson(index));
        var forward = order(index, 1, "forward", Feather.ARROW_UP);
        forward.setDisable(index == all - 1);
        var back = order(index, -1, "back", Feather.ARROW_DOWN);
        back.setDisable(index == 0);
        var row = new HBox(name, forward, back);
        row.getStyleClass().add("box-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.pseudoClassStateChanged(CHOSEN, pose.chosen().equals(Optional.of(index)));
        return row;
    }

    private String parts(int index) {
        Skeleton person = pose.people().get(index);
        int hidden = 18 - person.joints().size();
        return (person.leftHand().isPresent() || person.rightHand().isPresent()
                        ? " · " + Words.of("pose.part.hands")
                        : "")
                + (person.face().isPresent() ? " · " + Words.of("pose.part.face") : "")
                + (hidden > 0 ? " · " + Words.of("pose.part.hidden", hidden) : "");
    }

    private IconButton order(int index, int step, String where, Ikon icon) {
        var button = new IconButton("person-" + index + "-" + where, icon, Words.of("pose.bring." + where));
        button.setOnAction(event -> {
            pose.choosePerson(index);
            people.order(step);
        });
        return button;
    }

    private static VBox section(Node... nodes) {
        var section = new VBox(nodes);
        section.getStyleClass().add("box-table");
        return section;
    }

    private static FlowPane tiles() {
        var tiles = new FlowPane();
        tiles.getStyleClass().add("pose-tiles");
        return tiles;
    }

    private static Button tile(String kind, String title, Image drawn, Runnable action) {
        var picture = new ImageView(drawn);
        picture.setFitWidth(SHOWN);
        picture.setFitHeight(SHOWN);
        picture.setSmooth(true);
        var tile = new Button("", picture);
        tile.setId(kind + "-" + title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-"));
        tile.getStyleClass().add("pose-tile");
        tile.setAccessibleText(Words.term(title));
        Hint.on(tile, Words.term(title));
        tile.setOnAction(event -> action.run());
        return tile;
    }

    private static Button button(String id, String title, Ikon icon, String help, Runnable action) {
        var button = new Button(title, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("small");
        Hint.on(button, help);
        button.setOnAction(event -> action.run());
        return button;
    }
}
