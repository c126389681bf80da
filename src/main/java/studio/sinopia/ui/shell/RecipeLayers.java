package studio.sinopia.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlReach;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.LayerLook;
import studio.sinopia.document.LayoutBox;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.prompt.Seamless;

/** The maps of a recipe as layers that can be drawn on. */
final class RecipeLayers {

    private static final List<Colour> COLOURS =
            List.of(Colour.hex("#e06e42"), Colour.hex("#4aa3df"), Colour.hex("#6cc070"), Colour.hex("#d6a03c"));

    private final List<Layer> drawn = new ArrayList<>();
    private final List<LayoutBox> boxes = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    RecipeLayers(Recipe recipe) {
        for (Control control : recipe.controls()) {
            switch (control) {
                case Control.Structure structure -> take(structure, recipe);
                case Control.Placement placement -> boxes.add(box(placement));
                case Control.Reference reference -> left.add(Words.of("recipe.left.reference"));
            }
        }
        if (!boxes.isEmpty()) {
            drawn.add(new Layer.Boxes(LayerId.random(), Influence.STANDARD, LayerLook.STANDARD, boxes));
        }
        recipe.start().ifPresent(this::take);
        recipe.told().ifPresent(told -> left.add(Words.of("recipe.left.told")));
        Seamless.NONE.in(recipe.extras()).values().keySet().stream()
                .sorted()
                .forEach(name -> left.add(Words.of("recipe.left.setting", name)));
        recipe.vae().ifPresent(vae -> left.add(Words.of("recipe.left.vae", vae)));
        recipe.patches().forEach(patch -> left.add(Words.of("recipe.left.patch", patch.file())));
        if (drawn.isEmpty()) {
            drawn.add(Layer.empty(ConditionKind.LINEART));
        }
    }

    /** The picture it began from is a colour sketch, the mask a mask. */
    private void take(StartPicture start) {
        Influence strength = new Influence(true, start.strength(), 0, 1);
        drawn.addFirst(new Layer.Painting(
                LayerId.random(), ConditionKind.COLOURS, strength, Optional.of(start.picture()), List.of()));
        start.mask()
                .ifPresent(mask -> drawn.add(new Layer.Painting(
                        LayerId.random(), ConditionKind.INPAINT, strength, Optional.of(mask), List.of())));
    }

    private LayoutBox box(Control.Placement placement) {
        Colour colour = COLOURS.get(boxes.size() % COLOURS.size());
        return new LayoutBox(
                placement.phrase(),
                placement.box(),
                colour,
                placement.strength(),
                placement.window().start(),
                placement.window().end());
    }

    private void take(Control.Structure structure, Recipe recipe) {
        if (!structure.reach().equals(ControlReach.EVERYWHERE)) {
            left.add(Words.of("recipe.left.where", structure.map().kind().title()));
        }
        ConditionMap map = recipe.hires()
                        .filter(pass ->
                                pass.size().equals(structure.map().raster().size()))
                        .isPresent()
                ? structure.fitted(recipe.size()).map()
                : structure.map();
        if (canBeDrawn(map, recipe)) {
            drawn.add(new Layer.Painting(
                    LayerId.random(), map.kind(), influence(structure), Optional.of(map.raster()), List.of()));
        } else {
            left.add(map.kind().title());
        }
    }

    /** From bottom to top, at least one. */
    List<Layer> drawn() {
        return List.copyOf(drawn);
    }

    /** What else determined the picture and has no place in this window. */
    Optional<Problem> problem() {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                Words.of("recipe.left", left.stream().collect(Collectors.joining(", "))),
                "",
                Words.of("recipe.left.remedy")));
    }

    private static boolean canBeDrawn(ConditionMap map, Recipe recipe) {
        return map.kind() != ConditionKind.POSE
                && map.kind() != ConditionKind.INPAINT // as a layer that is a mask, not a picture with holes
                && map.raster().size().equals(recipe.size());
    }

    private static Influence influence(Control.Structure control) {
        return new Influence(
                true,
                Math.clamp(control.strength(), 0, Influence.STRONGEST),
                control.window().start(),
                control.window().end());
    }
}
