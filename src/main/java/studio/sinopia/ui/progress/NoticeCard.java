package studio.sinopia.ui.progress;

import studio.sinopia.ui.fx.Words;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.core.Problem;
import studio.sinopia.ui.fx.IconButton;

/** A problem and the way out of it. It takes nothing away: one can go on drawing beside it. */
public final class NoticeCard extends HBox {

    public NoticeCard(NoticeViewModel notice) {
        setId("notice");
        getStyleClass().addAll("notice");
        setAlignment(Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        var what = new Label();
        what.setId("notice-what");
        what.getStyleClass().add("notice-what");
        what.setWrapText(true);
        what.textProperty()
                .bind(notice.problemProperty()
                        .map(problem -> problem.map(Problem::what).orElse("")));
        var remedy = new Label();
        remedy.setId("notice-remedy");
        remedy.setWrapText(true);
        remedy.textProperty()
                .bind(notice.problemProperty()
                        .map(problem -> problem.map(NoticeCard::remedy).orElse("")));
        var words = new VBox(what, remedy);
        words.getStyleClass().add("notice-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var close = new IconButton("notice-close", Feather.X, Words.of("notice.close"));
        close.setOnAction(event -> notice.dismiss());
        getChildren().addAll(new FontIcon(Feather.ALERT_CIRCLE), words, close);
        visibleProperty().bind(notice.problemProperty().map(java.util.Optional::isPresent));
        accessibleTextProperty()
                .bind(notice.problemProperty()
                        .map(problem -> problem.map(Problem::line).orElse("")));
    }

    private static String remedy(Problem problem) {
        return problem.where().isBlank() ? problem.remedy() : problem.remedy() + "  (" + problem.where() + ")";
    }
}
