package studio.sinopia.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.recipe.MaskedContent;
import studio.sinopia.settings.PresetFolder;
import studio.sinopia.settings.Settings;
import studio.sinopia.ui.Cottage;
import studio.sinopia.ui.Offers;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.progress.NoticeViewModel;

class PresetsViewModelTest {

    private static final Influence LOOSE = new Influence(true, 0.6, 0, 0.7, Influence.Priority.PROMPT);

    @TempDir
    private Path data;

    private final SettingsViewModel settings = new SettingsViewModel(Offers.STORYBOOK, Settings.STANDARD);
    private final DrawingViewModel drawing = new DrawingViewModel(Cottage.drawing());
    private final NoticeViewModel notice = new NoticeViewModel();

    @Test
    void aPresetBringsBackSettingsAndWeightsAndLeavesWordsAndDrawing() {
        Layer lines = lines();
        drawing.influence(lines.id(), LOOSE);
        settings.stepsProperty().set(33);
        settings.hires().onProperty().set(true);
        settings.inpainting().contentProperty().set(MaskedContent.NOISE);
        PresetsViewModel presets = presets();
        presets.save(" Loose ink ");
        assertThat(presets.names()).containsExactly("Loose ink");

        drawing.influence(lines.id(), Influence.STANDARD);
        settings.stepsProperty().set(8);
        settings.hires().onProperty().set(false);
        settings.inpainting().contentProperty().set(MaskedContent.FILL);
        settings.promptProperty().set("a boat");
        settings.seedProperty().set(77);
        presets().apply("Loose ink");
        assertThat(lines().influence()).isEqualTo(LOOSE);
        assertThat(settings.stepsProperty().get()).isEqualTo(33);
        assertThat(settings.hires().onProperty().get()).isTrue();
        assertThat(settings.inpainting().contentProperty().get()).isEqualTo(MaskedContent.NOISE);
        assertThat(settings.promptProperty().get()).isEqualTo("a boat");
        assertThat(settings.seedProperty().get()).isEqualTo(77);
        drawing.undo();
        assertThat(lines().influence()).isEqualTo(Influence.STANDARD);
    }

    @Test
    void whatCannotBeKeptOrFoundIsSaid() {
        PresetsViewModel presets = presets();
        presets.save("../keys");
        assertThat(notice.problemProperty().get().orElseThrow().what()).contains("cannot name a preset");
        presets.apply("gone");
        assertThat(notice.problemProperty().get().orElseThrow().where()).contains("gone.json");
        assertThat(presets.names()).isEqualTo(List.of());
    }

    private Layer lines() {
        return drawing.document().layers().stream()
                .filter(layer -> layer.kind() == ConditionKind.LINEART)
                .findFirst()
                .orElseThrow();
    }

    private PresetsViewModel presets() {
        return new PresetsViewModel(new PresetFolder(data), settings, drawing, notice, Runnable::run, Runnable::run);
    }
}
