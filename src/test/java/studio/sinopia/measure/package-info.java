@NullMarked
package studio.sinopia.measure;

import org.jspecify.annotations.NullMarked;
