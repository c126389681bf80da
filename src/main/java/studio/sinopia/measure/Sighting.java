package studio.sinopia.measure;

import studio.sinopia.core.Box;
import studio.sinopia.world.Label;
import studio.sinopia.world.Tone;

/**
 * A thing that a judge sees in a picture.
 *
 * @param label what it is
 * @param box its visible part
 * @param colour by which it would be called, if by any
 * @param sureness 0 … 1
 */
public record Sighting(Label label, Box box, Tone colour, double sureness) {}
