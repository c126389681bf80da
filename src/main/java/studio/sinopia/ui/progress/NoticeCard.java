package studio.sinopia.ui.progress;

import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.core.Problem;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.Words;

/** A problem and the way out of it. It takes nothing away: one can go on drawing beside it. */
public final class NoticeCard extends HBox {

    private Optional<Node> before = Optional.empty(); // what had the keyboard

    /** @param heard whether a screen reader runs: it reads what gets the keyboard, and nothing else that appears */
    public NoticeCard(NoticeViewModel notice, ObservableBooleanValue heard) {
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
        notice.problemProperty().addListener((property, old, now) -> {
            if (heard.get() && now.isPresent()) {
                before = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
                requestFocus();
            } else if (isFocusWithin()) {
                before.ifPresent(Node::requestFocus);
            }
        });
    }

    private static String remedy(Problem problem) {
        return problem.where().isBlank() ? problem.remedy() : problem.remedy() + "  (" + problem.where() + ")";
    }
}
