package studio.sinopia.document;

import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;

/** Turns one exact colour of a painted layer into another, in its ground and in its marks. */
final class Recolouring {

    private Recolouring() {}

    static Layer.Painting of(Edit.ReplaceColour replace, Layer.Painting layer) {
        Colour from = replace.from();
        Colour to = replace.to();
        return new Layer.Painting(
                layer.id(),
                layer.kind(),
                layer.influence(),
                layer.look(),
                layer.ground().map(ground -> recoloured(ground, from, to)),
                layer.marks().stream()
                        .map(mark -> mark.colour().equals(from) ? mark.recoloured(to) : mark)
                        .toList());
    }

    private static Raster recoloured(Raster ground, Colour from, Colour to) {
        return ground.map(argb -> (argb & 0xffffff) == (from.argb() & 0xffffff) ? to.argb() : argb);
    }
}
