package studio.sinopia.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What all items of a kind have in common. Unchangeable from outside; each of its words gives a blueprint that differs in one trait.
 */
final class Blueprint {

    private final Label label;
    private final double height;
    private final double slim;
    private final double closeUp;
    private final Drawing drawing;
    private Thing.Home home = Thing.Home.LAND;
    private List<Words> nouns = List.of();
    private List<Tone> mains = List.of(Tone.WHITE);
    private List<Tone> seconds = List.of(Tone.WHITE);
    private String tail = "";
    private List<Deed> deeds = List.of();
    private boolean upright;
    private boolean colourless = true;
    private double seatV;
    private double seatU;

    private Blueprint(Label label, double height, double slim, double closeUp, Drawing drawing) {
        this.label = label;
        this.height = height;
        this.slim = slim;
        this.closeUp = closeUp;
        this.drawing = drawing;
    }

    /** On land, in no colour that captions name, doing nothing. */
    static Blueprint of(Label label, double height, double slim, double closeUp, Drawing drawing) {
        return new Blueprint(label, height, slim, closeUp, drawing);
    }

    private Blueprint differing(Consumer<Blueprint> change) {
        var copy = new Blueprint(label, height, slim, closeUp, drawing);
        copy.home = home;
        copy.nouns = nouns;
        copy.mains = mains;
        copy.seconds = seconds;
        copy.tail = tail;
        copy.deeds = deeds;
        copy.upright = upright;
        copy.colourless = colourless;
        copy.seatV = seatV;
        copy.seatU = seatU;
        change.accept(copy);
        return copy;
    }

    Blueprint in(Thing.Home where) {
        return differing(copy -> copy.home = where);
    }

    /** Also called so; the usual plural. Frequent names come more than once. */
    Blueprint called(String... names) {
        Blueprint named = this;
        for (String name : names) {
            named = named.called(Words.of(name));
        }
        return named;
    }

    Blueprint called(Words noun) {
        List<Words> more = new ArrayList<>(nouns);
        more.add(noun);
        return differing(copy -> copy.nouns = List.copyOf(more));
    }

    /** Comes in these colours, and captions name them; the first is the most frequent. */
    Blueprint coloured(Tone usual, Tone... others) {
        List<Tone> all = new ArrayList<>(List.of(usual, usual));
        Collections.addAll(all, others);
        return differing(copy -> {
            copy.mains = List.copyOf(all);
            copy.colourless = false;
        });
    }

    /** The colours of its other parts. */
    Blueprint and(Tone... others) {
        return differing(copy -> copy.seconds = List.of(others));
    }

    /** Captions may name the second colour so, {@code %s} standing for it, for example {@code %s roof}. */
    Blueprint with(String words) {
        return differing(copy -> copy.tail = words);
    }

    Blueprint doing(Deed... what) {
        return differing(copy -> copy.deeds = List.of(what));
    }

    /** Large ones are called tall. */
    Blueprint tall() {
        return differing(copy -> copy.upright = true);
    }

    /**
     * Small animals may sit here.
     *
     * @param v in heights from its foot
     * @param u how far from its middle, in widths
     */
    Blueprint seating(double v, double u) {
        return differing(copy -> {
            copy.seatV = v;
            copy.seatU = u;
        });
    }

    Label label() {
        return label;
    }

    /** Life-size at the lower edge of the picture, in scene units. */
    double height() {
        return height;
    }

    /** Width as a multiple of the height. */
    double slim() {
        return slim;
    }

    /** How much larger it is drawn where it is the only thing. */
    double closeUp() {
        return closeUp;
    }

    Drawing drawing() {
        return drawing;
    }

    Thing.Home home() {
        return home;
    }

    List<Words> nouns() {
        return nouns;
    }

    /** Colours that captions name, frequent ones more than once. */
    List<Tone> mains() {
        return mains;
    }

    List<Tone> seconds() {
        return seconds;
    }

    /** May be empty. */
    String tail() {
        return tail;
    }

    /** May be empty. */
    List<Deed> deeds() {
        return deeds;
    }

    boolean upright() {
        return upright;
    }

    boolean colourless() {
        return colourless;
    }

    /** The level place on top, its foot being the height at which others stand. */
    Optional<Place> seat(Place place) {
        return seatV == 0
                ? Optional.empty()
                : Optional.of(new Place(
                        place.x(), place.foot() - seatV * place.height(), 2 * seatU * place.width(), place.height()));
    }
}
