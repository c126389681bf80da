package studio.sinopia.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What all items of a kind have in common.
 *
 * @param height life-size at the lower edge of the picture, in scene units
 * @param slim width as a multiple of the height
 * @param closeUp how much larger it is drawn where it is the only thing
 * @param mains colours that captions name, frequent ones more than once
 * @param seconds of other parts
 * @param tail says the second colour, for example {@code %s roof}; may be empty
 * @param deeds may be empty
 * @param upright whether a large one is called tall
 * @param colourless whether captions name no main colour
 * @param seatV where small animals may sit on it, in heights from its foot; 0 if nowhere
 * @param seatU and how far from its middle, in widths
 */
record Blueprint(
        Label label,
        double height,
        double slim,
        double closeUp,
        Drawing drawing,
        Thing.Home home,
        List<Words> nouns,
        List<Tone> mains,
        List<Tone> seconds,
        String tail,
        List<Deed> deeds,
        boolean upright,
        boolean colourless,
        double seatV,
        double seatU) {

    static Blueprint of(Label label, double height, double slim, double closeUp, Drawing drawing) {
        return new Blueprint(
                label,
                height,
                slim,
                closeUp,
                drawing,
                Thing.Home.LAND,
                List.of(),
                List.of(Tone.WHITE),
                List.of(Tone.WHITE),
                "",
                List.of(),
                false,
                true,
                0,
                0);
    }

    Blueprint in(Thing.Home where) {
        return new Blueprint(
                label,
                height,
                slim,
                closeUp,
                drawing,
                where,
                nouns,
                mains,
                seconds,
                tail,
                deeds,
                upright,
                colourless,
                seatV,
                seatU);
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
        return new Blueprint(
                label,
                height,
                slim,
                closeUp,
                drawing,
                home,
                List.copyOf(more),
                mains,
                seconds,
                tail,
                deeds,
                upright,
                colourless,
                seatV,
                seatU);
    }

    /** Comes in these colours; the first is the most frequent. */
    Blueprint coloured(Tone usual, Tone... others) {
        List<Tone> all = new ArrayList<>(List.of(usual, usual));
        Collections.addAll(all, others);
        return new Blueprint(
                label,
                height,
                slim,
                closeUp,
                drawing,
                home,
                nouns,
                List.copyOf(all),
                seconds,
                tail,
                deeds,
                upright,
                false,
                seatV,
                seatU);
    }

    /** The colours of its other parts. */
    Blueprint and(Tone... others) {
        return new Blueprint(
                label,
                height,
                slim,
                closeUp,
                drawing,
                home,
                nouns,
                mains,
                List.of(others),
                tail,
                deeds,
                upright,
                colourless,
                seatV,
                seatU);
    }

    /** Captions may name the second colour so, {@code %s} standing for it. */
    Blueprint with(String words) {
        return new Blueprint(
                label,
                height,
                slim,
                closeUp,
                drawing,
                home,
                nouns,
                mains,
                seconds,
                words,
                deeds,
                upright,
                colourless,
                seatV,
                seatU);
    }

    Blueprint doing(Deed... what) {
        return new Blueprint(
                label,
                height,
                slim,
                closeUp,
                drawing,
                home,
                nouns,
                mains,
                seconds,
                tail,
                List.of(what),
                upright,
                colourless,
                seatV,
                seatU);
    }

    Blueprint tall() {
        return new Blueprint(
                label,
                height,
                slim,
                closeUp,
                drawing,
                home,
                nouns,
                mains,
                seconds,
                tail,
                deeds,
                true,
                colourless,
                seatV,
                seatU);
    }

    /** Small animals may sit here. */
    Blueprint seating(double v, double u) {
        return new Blueprint(
                label,
                height,
                slim,
                closeUp,
                drawing,
                home,
                nouns,
                mains,
                seconds,
                tail,
                deeds,
                upright,
                colourless,
                v,
                u);
    }

    /** The level place on top, its foot being the height at which others stand. */
    Optional<Place> seat(Place place) {
        return seatV == 0
                ? Optional.empty()
                : Optional.of(new Place(
                        place.x(), place.foot() - seatV * place.height(), 2 * seatU * place.width(), place.height()));
    }
}
