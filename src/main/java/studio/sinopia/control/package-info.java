/**
 * The control stack as data: what a picture must obey, how strongly, when and where, and the checks before a run. No
 * tensors, no files, no screen; how a control acts on the network lives in {@code engine}.
 */
@NullMarked
package studio.sinopia.control;

import org.jspecify.annotations.NullMarked;
