/**
 * Values that every part of the studio shares: pictures, sizes, boxes, colours, problems, cancellation, safe files.
 * Needs nothing but the JDK; anything that knows about drawing tools, tensors or windows lives elsewhere.
 */
@NullMarked
package studio.sinopia.core;

import org.jspecify.annotations.NullMarked;
