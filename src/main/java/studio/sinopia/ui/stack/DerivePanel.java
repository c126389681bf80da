package studio.sinopia.ui.stack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.condition.classic.ClassicPreprocessors;
import studio.sinopia.core.Raster;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.ParameterSlider;
import studio.sinopia.ui.fx.RasterImage;
import studio.sinopia.ui.fx.Words;

/** How the map of the layer in hand is derived from its picture; the canvas follows while a slider moves. */
final class DerivePanel extends VBox {

    private static final double THUMBNAIL = 44;

    private final DerivingViewModel deriving;
    private final ImageView thumbnail = new ImageView();
    private final Label name = new Label();
    private final ComboBox<Preprocessor> ways = new ComboBox<>();
    private final VBox sliders = new VBox();
    private final HBox fits = new HBox();
    private final ToggleGroup fit = new ToggleGroup();
    private Optional<Raster> shown = Optional.empty();
    private Optional<String> built = Optional.empty();
    private boolean showing;

    /** @param obeyed the kinds that the open model can follow */
    DerivePanel(DerivingViewModel deriving, Set<ConditionKind> obeyed) {
        this.deriving = deriving;
        setId("derive-panel");
        getStyleClass().add("box-table");
        thumbnail.setFitWidth(THUMBNAIL);
        thumbnail.setFitHeight(THUMBNAIL);
        thumbnail.setPreserveRatio(true);
        name.setId("derive-name");
        name.getStyleClass().add("layer-title");
        var state = new Label();
        state.setId("derive-state");
        state.getStyleClass().add("layer-summary");
        state.textProperty().bind(deriving.stateProperty());
        var words = new VBox(name, state);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var trace = new IconButton("derive-trace", Feather.IMAGE, Words.of("derive.trace"));
        trace.setOnAction(event -> deriving.trace());
        var again = new IconButton("derive-again", Feather.REFRESH_CW, Words.of("derive.again"));
        again.setOnAction(event -> deriving.again());
        var head = new HBox(thumbnail, words, trace, again);
        head.getStyleClass().add("box-row");
        head.setAlignment(Pos.CENTER_LEFT);
        ways(obeyed);
        sliders.getStyleClass().add("layer-details");
        fits();
        getChildren().addAll(head, ways, sliders, fits);
        managedProperty().bind(visibleProperty());
        deriving.currentProperty().addListener((property, old, now) -> show(now));
        show(deriving.currentProperty().get());
    }

    private void ways(Set<ConditionKind> obeyed) {
        ways.setId("derive-kind");
        ways.setAccessibleText(Words.of("derive.way"));
        ways.setMaxWidth(Double.MAX_VALUE);
        ways.setVisibleRowCount(16);
        Hint.on(ways, Words.of("derive.way.help"));
        ways.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Preprocessor way) {
                if (way == null) {
                    return "";
                }
                boolean heard = way.id().equals(AsItIs.ID) || obeyed.contains(way.kind());
                return Words.term(way.title()) + (heard ? "" : "   " + Words.of("model.not"));
            }

            @Override
            public Preprocessor fromString(String text) {
                throw new UnsupportedOperationException("Preprocessors are chosen, not typed");
            }
        });
        ways.getItems().add(new AsItIs(ConditionKind.LINEART));
        List<Preprocessor> all = ClassicPreprocessors.all();
        all.stream().filter(way -> obeyed.contains(way.kind())).forEach(ways.getItems()::add);
        all.stream().filter(way -> !obeyed.contains(way.kind())).forEach(ways.getItems()::add);
        ways.valueProperty().addListener((property, old, now) -> {
            if (!showing && now != null) {
                deriving.use(now);
            }
        });
    }

    private void fits() {
        fits.setId("derive-fits");
        fits.getStyleClass().add("view-switch");
        for (FitMode mode : FitMode.values()) {
            var button = new ToggleButton(word(mode));
            button.setId("derive-fit-" + mode.name().toLowerCase(Locale.ROOT));
            button.setUserData(mode);
            button.setToggleGroup(fit);
            button.getStyleClass().addAll("view-button", "small");
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            Hint.on(button, Words.term(mode.title()) + ": " + help(mode));
            button.setOnAction(event -> {
                button.setSelected(true);
                deriving.fit(mode);
            });
            fits.getChildren().add(button);
        }
    }

    private static String word(FitMode mode) {
        return switch (mode) {
            case STRETCH -> Words.of("fit.stretch");
            case CROP -> Words.of("fit.crop");
            case PAD -> Words.of("fit.pad");
        };
    }

    private static String help(FitMode mode) {
        return switch (mode) {
            case STRETCH -> Words.of("fit.stretch.help");
            case CROP -> Words.of("fit.crop.help");
            case PAD -> Words.of("fit.pad.help");
        };
    }

    private void show(Optional<Derivation> now) {
        setVisible(now.isPresent());
        now.ifPresent(this::show);
    }

    private void show(Derivation now) {
        showing = true;
        name.setText(now.name());
        if (!shown.equals(Optional.of(now.picture()))) {
            shown = Optional.of(now.picture());
            thumbnail.setImage(RasterImage.of(now.picture()));
        }
        ways.getItems().set(0, new AsItIs(now.preprocessor().kind()));
        ways.getItems().stream()
                .filter(way -> way.id().equals(now.preprocessor().id()))
                .findFirst()
                .ifPresent(ways::setValue);
        for (Node each : fits.getChildren()) {
            ((ToggleButton) each).setSelected(each.getUserData() == now.fit());
        }
        if (!built.equals(Optional.of(now.preprocessor().id()))) {
            built = Optional.of(now.preprocessor().id());
            sliders.getChildren()
                    .setAll(now.preprocessor().parameters().stream()
                            .map(this::slider)
                            .toList());
        }
        for (Node each : sliders.getChildren()) {
            ParameterSlider slider = (ParameterSlider) each;
            Parameter parameter = (Parameter) slider.getUserData();
            if (!slider.slider().isValueChanging()) {
                slider.valueProperty().set(parameter.in(now.values()));
            }
        }
        showing = false;
    }

    private ParameterSlider slider(Parameter parameter) {
        var named = new Parameter(
                "derive-" + parameter.name(),
                Words.term(parameter.title()),
                parameter.minimum(),
                parameter.maximum(),
                parameter.step(),
                parameter.standard());
        var slider = new ParameterSlider(named, Words.of("derive.slider.help"));
        slider.setUserData(parameter);
        slider.valueProperty().addListener((property, old, now) -> {
            if (!showing) {
                deriving.set(
                        parameter.name(), now.doubleValue(), !slider.slider().isValueChanging());
            }
        });
        slider.slider().valueChangingProperty().addListener((property, old, changing) -> {
            if (!changing && !showing) {
                deriving.set(parameter.name(), slider.valueProperty().get(), true);
            }
        });
        return slider;
    }
}
