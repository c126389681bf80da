/**
 * What a person draws: layers of strokes, segments and skeletons as immutable versions, edits as values, undo, and the
 * maps that layers become. No screen and no files; what obeying a map means is described in {@code control}, and how
 * pointer events turn into edits in {@code ui}.
 */
@NullMarked
package studio.sinopia.document;

import org.jspecify.annotations.NullMarked;
