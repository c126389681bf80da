package studio.sinopia.measure;

import studio.sinopia.core.Raster;

/**
 * A scene whose truth is known, to be painted again from its caption and maps.
 *
 * @param seed of the scene; the noise of all its paintings has this seed too
 * @param caption the prompt
 * @param picture as the illustrator drew it
 * @param lineArt white on black, of the picture's size
 * @param segments in the exact colours of {@code StorybookPalette}, of the picture's size
 */
public record BenchScene(long seed, String caption, Raster picture, Raster lineArt, Raster segments) {}
