package studio.sinopia.session;

import java.nio.file.Path;
import java.util.Optional;
import studio.sinopia.export.Project;

/**
 * What a person is working on, and where it belongs.
 *
 * @param project as it is now
 * @param file where it was opened or saved last
 * @param saved whether that file holds all of it
 */
public record Kept(Project project, Optional<Path> file, boolean saved) {}
