/** Networks beside the U-Net that read a hint and add to its features: ControlNet and its relatives. */
@NullMarked
package studio.sinopia.engine.adapter;

import org.jspecify.annotations.NullMarked;
