/**
 * What is open and going on: queue, worker supervision, event channel. No JavaFX. How pictures are computed lives in the
 * worker's process; how things look in {@code ui} and {@code cli}.
 */
@NullMarked
package studio.sinopia.session;

import org.jspecify.annotations.NullMarked;
