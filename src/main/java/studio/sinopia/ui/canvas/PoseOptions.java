package studio.sinopia.ui.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** More or fewer people, and their hidden joints back. */
final class PoseOptions extends HBox {

    PoseOptions(PoseViewModel pose) {
        getStyleClass().add("bar-group");
        setAlignment(Pos.CENTER_LEFT);
        var add = new Button("Add person", new FontIcon(Feather.USER_PLUS));
        add.setId("add-person");
        add.getStyleClass().addAll("flat", "small");
        add.setOnAction(event -> pose.addPerson());
        var remove = new Button("Remove person", new FontIcon(Feather.USER_MINUS));
        remove.setId("remove-person");
        remove.getStyleClass().addAll("flat", "small");
        remove.setOnAction(event -> pose.removePerson());
        var show = new Button("Show hidden joints", new FontIcon(Feather.EYE));
        show.setId("show-joints");
        show.getStyleClass().addAll("flat", "small");
        show.setOnAction(event -> pose.showHidden());
        getChildren().addAll(add, remove, show);
    }
}
