package studio.sinopia.condition;

import studio.sinopia.core.Colour;

/**
 * One class of a segment map.
 *
 * @param name what a person picks, for example {@code tree}
 * @param colour its exact colour in the map
 */
public record SegmentClass(String name, Colour colour) {}
