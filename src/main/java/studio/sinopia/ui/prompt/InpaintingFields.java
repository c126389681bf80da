package studio.sinopia.ui.prompt;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.VBox;
import studio.sinopia.condition.Parameter;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.MaskedContent;
import studio.sinopia.ui.fx.Choice;
import studio.sinopia.ui.fx.Field;
import studio.sinopia.ui.fx.ParameterSlider;
import studio.sinopia.ui.fx.Words;

/** How the place inside a mask is painted. */
public final class InpaintingFields extends VBox {

    private final ObjectProperty<Boolean> onlyMasked; // held here, for bindings hold it weakly

    public InpaintingFields(InpaintingViewModel inpainting) {
        this.onlyMasked = inpainting.onlyMaskedProperty().asObject();
        setId("inpainting-fields");
        getStyleClass().add("folded-fields");
        var content = new Field(
                Words.of("mask.content"),
                new Choice<>(
                        "masked-content",
                        Words.of("mask.content.help"),
                        List.of(MaskedContent.values()),
                        each -> Words.of("mask.content." + each.name().toLowerCase(Locale.ROOT)),
                        inpainting.contentProperty()));
        var blur = new ParameterSlider(
                new Parameter(
                        "mask-blur", Words.of("mask.blur"), 0, Inpainting.MOST_BLUR, 1, Inpainting.STANDARD.blur()),
                Words.of("mask.blur.help"));
        blur.valueProperty().bindBidirectional(inpainting.blurProperty());
        var area = new Field(
                Words.of("mask.area"),
                new Choice<>(
                        "inpaint-area",
                        Words.of("mask.area.help"),
                        List.of(false, true),
                        only -> only ? Words.of("mask.area.part") : Words.of("mask.area.whole"),
                        onlyMasked));
        var padding = new ParameterSlider(
                new Parameter(
                        "mask-padding",
                        Words.of("mask.padding"),
                        0,
                        Inpainting.MOST_PADDING,
                        4,
                        Inpainting.STANDARD_PADDING),
                Words.of("mask.padding.help"));
        padding.valueProperty().bindBidirectional(inpainting.paddingProperty());
        padding.visibleProperty().bind(inpainting.onlyMaskedProperty());
        padding.managedProperty().bind(padding.visibleProperty());
        getChildren().addAll(content, blur, area, padding);
    }
}
