/**
 * The session without a window: what each command of {@code sinopia} does, how its arguments read, how it reports and with
 * which exit code it ends. The only package that imports picocli. Nothing here computes a picture or knows a window.
 */
@NullMarked
package studio.sinopia.cli;

import org.jspecify.annotations.NullMarked;
