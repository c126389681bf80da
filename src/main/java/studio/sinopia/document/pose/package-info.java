/**
 * People as skeletons: how joints hang together, poses and hands to begin from, and the JSON that pose editors share. Knows
 * no layers and no edits.
 */
@NullMarked
package studio.sinopia.document.pose;

import org.jspecify.annotations.NullMarked;
