package studio.sinopia.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableValue;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.export.Project;
import studio.sinopia.export.ProjectFile;
import studio.sinopia.export.metadata.ForeignRecipe;
import studio.sinopia.export.metadata.PictureSettings;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.plot.OpenChoices;
import studio.sinopia.settings.Appearance;
import studio.sinopia.settings.Language;
import studio.sinopia.settings.Settings;
import studio.sinopia.ui.ModelOffer;
import studio.sinopia.ui.StudioParts;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.canvas.Instruments;
import studio.sinopia.ui.canvas.PoseViewModel;
import studio.sinopia.ui.canvas.ToolViewModel;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.gallery.CompareViewModel;
import studio.sinopia.ui.gallery.FinishedPicture;
import studio.sinopia.ui.gallery.GalleryViewModel;
import studio.sinopia.ui.gallery.PlotViewModel;
import studio.sinopia.ui.gallery.ResultsViewModel;
import studio.sinopia.ui.gallery.StagingViewModel;
import studio.sinopia.ui.gallery.Use;
import studio.sinopia.ui.progress.GenerationViewModel;
import studio.sinopia.ui.progress.NoticeViewModel;
import studio.sinopia.ui.progress.QueueViewModel;
import studio.sinopia.ui.progress.Readiness;
import studio.sinopia.ui.prompt.ExtendViewModel;
import studio.sinopia.ui.prompt.PresetsViewModel;
import studio.sinopia.ui.prompt.SettingsViewModel;
import studio.sinopia.ui.stack.DerivingViewModel;
import studio.sinopia.ui.stack.PictureIntake;
import studio.sinopia.ui.stack.PoseFile;
import studio.sinopia.ui.stack.SegmentsViewModel;

/** All view models of one window, and the one moment in which they meet: a recipe is frozen. */
public final class StudioViewModel implements AutoCloseable {

    private static final long LIVE_SEED = 7; // where none was said and none was drawn yet

    private final LongSupplier randomSeed;
    private final ModelOffer model;
    private final Map<String, String> keys;
    private final OpenChoices choices;
    private Language language;
    private final DrawingViewModel drawing;
    private final Instruments instruments;
    private final SettingsViewModel settings;
    private final NoticeViewModel notice = new NoticeViewModel();
    private final ResultsViewModel results;
    private final GenerationViewModel generation;
    private final QueueViewModel queue;
    private final LiveViewModel live;
    private final DerivingViewModel deriving;
    private final SegmentsViewModel segments;
    private final PictureIntake intake;
    private final PictureUses uses;
    private final ExtendViewModel extend;
    private final PresetsViewModel presets;
    private final GalleryViewModel gallery;
    private final CompareViewModel compare = new CompareViewModel();
    private final StagingViewModel staging;
    private final PlotViewModel plot;
    private final PoseFile poses;
    private final ExampleDrawing example;
    private final ProjectViewModel project;

    /**
     * @param fx runs work on the FX thread
     * @param randomSeed gives a new seed, at least 0, each time
     */
    public StudioViewModel(StudioParts parts, Executor fx, LongSupplier randomSeed) {
        this.randomSeed = randomSeed;
        this.model = parts.model();
        this.keys = new TreeMap<>(parts.settings().keys());
        this.choices = parts.choices();
        this.language = parts.settings().language();
        this.drawing = new DrawingViewModel(parts.kept().project().document());
        this.instruments =
                Instruments.of(drawing, model.palette(), parts.settings().brushWidth());
        this.settings = new SettingsViewModel(model, parts.settings());
        this.results = new ResultsViewModel(parts.saver(), parts.files(), fx, notice);
        this.generation = new GenerationViewModel(
                parts.queue(), this::freeze, this::painted, parts.keptAs(), notice, fx, System::nanoTime);
        this.queue = new QueueViewModel(parts.queue(), parts.estimator(), parts.files(), fx);
        this.live = new LiveViewModel(parts.queue(), drawing, this::live, notice, fx, System::nanoTime);
        settings.onChange(live::restart);
        this.deriving = new DerivingViewModel(drawing, notice, parts.maps(), fx);
        this.segments = new SegmentsViewModel(drawing, instruments.tools(), model.palette(), notice, parts.files(), fx);
        this.intake = new PictureIntake(drawing, notice, new Inside(), parts.files(), fx);
        this.poses = new PoseFile(instruments.people(), notice, parts.files(), fx);
        this.example = new ExampleDrawing(parts.examples(), drawing, settings, notice, parts.files(), fx);
        this.uses = new PictureUses(drawing, settings, intake);
        this.presets = new PresetsViewModel(parts.presets(), settings, drawing, notice, parts.files(), fx);
        this.extend = new ExtendViewModel(
                drawing,
                grow -> uses.extend(grow, results.selectedProperty().get().map(FinishedPicture::picture)));
        this.gallery =
                new GalleryViewModel(parts.shelf(), parts.files(), fx, notice, Clock.system(ZoneId.systemDefault()));
        this.staging = new StagingViewModel(results, uses::paintOn, gallery::delete);
        this.plot = new PlotViewModel(
                parts.queue(),
                this::first,
                results,
                notice,
                new PlotViewModel.Keeping(parts.lastPlot(), parts.plotKeeper(), parts.keptAs(), parts.shelf()),
                parts.files(),
                fx);
        settings.restore(parts.kept().project().request());
        this.project = new ProjectViewModel(
                parts.kept(), parts.place(), this::current, this::takeUp, notice, parts.files(), fx);
        drawing.documentProperty().addListener((property, old, now) -> {
            staging.clear(); // who draws on has decided
            project.changed();
        });
        settings.onChange(project::changed);
        generation.runningProperty().addListener((property, old, running) -> {
            if (running) {
                staging.clear(); // who asks for others has decided
            }
        });
        parts.problems().read(problem -> fx.execute(() -> notice.show(problem)));
    }

    /** Keys that the person has chosen, by the ids of commands; they last. */
    Map<String, String> keys() {
        return keys;
    }

    /** Another language, from the next start on. */
    void speak(Language chosen) {
        language = chosen;
        notice.show(new Problem(Words.of("language.later"), "", Words.of("language.later.remedy")));
    }

    public ModelOffer model() {
        return model;
    }

    public DrawingViewModel drawing() {
        return drawing;
    }

    /** All that works on the drawing by hand. */
    public Instruments instruments() {
        return instruments;
    }

    public ToolViewModel tools() {
        return instruments.tools();
    }

    public PoseViewModel pose() {
        return instruments.pose();
    }

    public SettingsViewModel settings() {
        return settings;
    }

    public NoticeViewModel notice() {
        return notice;
    }

    public ResultsViewModel results() {
        return results;
    }

    public GenerationViewModel generation() {
        return generation;
    }

    public QueueViewModel queue() {
        return queue;
    }

    /** Painting while somebody draws. */
    public LiveViewModel live() {
        return live;
    }

    /** Maps that are derived from pictures. */
    public DerivingViewModel deriving() {
        return deriving;
    }

    public SegmentsViewModel segments() {
        return segments;
    }

    public GalleryViewModel gallery() {
        return gallery;
    }

    public CompareViewModel compare() {
        return compare;
    }

    public PlotViewModel plot() {
        return plot;
    }

    public StagingViewModel staging() {
        return staging;
    }

    /** The person's own presets. */
    public PresetsViewModel presets() {
        return presets;
    }

    /** Lets canvas and picture grow. */
    public ExtendViewModel extend() {
        return extend;
    }

    /** Sets prompt, seed and settings to those of the chosen picture; the drawing stays. */
    public void recall() {
        results.selectedProperty().get().ifPresent(uses::all);
    }

    /** Uses a finished picture. */
    public void use(Use use, FinishedPicture picture) {
        switch (use) {
            case PAINT_ON -> uses.paintOn(picture);
            case REPAINT -> uses.repaint();
            case FOLLOW -> uses.follow(picture);
            case ALL -> uses.all(picture);
            case REMIX -> uses.remix(picture);
            case PROMPT -> uses.prompt(picture);
            case SEED -> uses.seed(picture);
            case SIZE -> uses.size(picture);
            case DRAWING -> takeUp(picture.recipe());
        }
    }

    /** A picture of the plot belongs into its table and the gallery, all others are to be decided on. */
    private void painted(RunId run, FinishedPicture picture) {
        if (!plot.holds(run)) {
            results.add(picture);
            staging.add(picture);
        }
        gallery.refresh();
    }

    public PictureIntake intake() {
        return intake;
    }

    /** People in files. */
    public PoseFile poses() {
        return poses;
    }

    public ProjectViewModel project() {
        return project;
    }

    /** Opens a project, people in JSON, or a picture of which it is said afterwards what it shall be. */
    public void open(Path file) {
        if (file.getFileName().toString().endsWith(ProjectFile.ENDING)) {
            project.open(file);
        } else if (file.getFileName().toString().endsWith(PoseFile.ENDING)) {
            poses.open(file);
        } else {
            intake.open(file);
        }
    }

    /** What an example draws; empty until it has been read. */
    ObservableValue<Optional<Document>> example(Example chosen) {
        return example.preview(chosen);
    }

    void openExample(Example chosen) {
        example.open(chosen);
    }

    /** Sets prompt, settings and drawing to those of a recipe; what cannot be drawn here is named in a notice. */
    public void takeUp(Recipe recipe) {
        settings.recall(recipe);
        var layers = new RecipeLayers(recipe);
        drawing.takeUp(recipe.size(), layers.drawn());
        layers.problem().ifPresent(notice::show);
    }

    /** Sets prompt and settings to those that another tool left in a picture; what has no place here is named. */
    private void takeUp(PictureSettings left) {
        Recipe base = settings.request(drawing.document().size()).recipe();
        ForeignRecipe taken = ForeignRecipe.of(left, base, this::known);
        settings.recall(taken.recipe());
        drawing.resize(taken.recipe().size());
        taken.problem().ifPresent(notice::show);
    }

    /** The open model, if a tool calls it so. */
    private Optional<String> known(String name) {
        return name.equalsIgnoreCase(model.title()) ? Optional.of(model.location()) : Optional.empty();
    }

    private final class Inside implements PictureIntake.Takers {
        @Override
        public void recipe(Recipe recipe) {
            takeUp(recipe);
        }

        @Override
        public void settings(PictureSettings left) {
            takeUp(left);
        }

        @Override
        public void use(String name, Raster picture) {
            deriving.take(name, picture);
        }

        @Override
        public void derive(String name, Raster picture) {
            deriving.begin(name, picture);
        }
    }

    /** What shall be as it is now when the program starts again. */
    public Settings lasting(Appearance appearance) {
        return new Settings(
                appearance,
                language,
                instruments.tools().lineWidth(),
                model.location(),
                drawing.document().size(),
                settings.sampling(),
                settings.guidanceProperty().get(),
                settings.promptProperty().get().strip(),
                settings.negativeProperty().get().strip(),
                keys);
    }

    @Override
    public void close() {
        generation.close();
        live.close();
        queue.close();
        plot.close();
    }

    private Project current() {
        return new Project(
                drawing.document(), settings.request(drawing.document().size()));
    }

    private void takeUp(Project other) {
        settings.restore(other.request());
        drawing.takeUp(other.document());
    }

    /** What is missing before a picture can be asked for, with the way out. */
    Optional<String> missing() {
        return missing(drawing.document());
    }

    private Optional<String> missing(Document document) {
        return Readiness.missing(
                        settings.promptProperty().get(),
                        document,
                        model.controls(),
                        results.selectedProperty().get().isPresent())
                .or(() -> Readiness.clash(settings.request(document.size()).recipe(), document));
    }

    /** What is painted while somebody draws: the seed stays, so that only strokes change the picture. */
    private Optional<Recipe> live(Document document) {
        if (missing(document).isPresent()) {
            return Optional.empty();
        }
        var asked = new DrawnRecipe(
                document,
                drawing.painter(),
                results.selectedProperty().get().map(FinishedPicture::picture),
                settings.inpainting().inpainting());
        Recipe recipe =
                settings.request(document.size()).recipe().withSeed(liveSeed()).withControls(asked.controls());
        return Optional.of(model.few().of(asked.complete(recipe)).withHires(Optional.empty()));
    }

    private long liveSeed() {
        long said = settings.seedProperty().get();
        return said == SettingsViewModel.RANDOM_SEED
                ? settings.lastSeedProperty().get().orElse(LIVE_SEED)
                : said;
    }

    /** What is asked for now, one recipe for each picture; none if a prompt leaves open what cannot be decided. */
    private List<Recipe> freeze() {
        var asked = new DrawnRecipe(
                drawing.document(),
                drawing.painter(),
                results.selectedProperty().get().map(FinishedPicture::picture),
                settings.inpainting().inpainting());
        List<Recipe> recipes = new ArrayList<>();
        try {
            for (Recipe each : settings.freeze(drawing.document().size(), asked.controls(), randomSeed.getAsLong())) {
                recipes.add(choices.decide(asked.complete(each)));
            }
        } catch (StudioException undecided) {
            notice.show(undecided.problem());
            return List.of();
        }
        return recipes;
    }

    /** The first of the recipes that {@link #freeze} would give, for a plot. */
    private Optional<Recipe> first() {
        return freeze().stream().findFirst();
    }
}
