package studio.sinopia.ui.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.ui.canvas.PeopleViewModel;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.progress.NoticeViewModel;

/** Reads and writes the people of a pose layer as OpenPose JSON; a problem becomes a notice. */
public final class PoseFile {

    /** How the name of such a file ends. */
    public static final String ENDING = ".json";

    private static final long LARGEST = 16 << 20; // bytes; a person has three kilobytes

    private final PeopleViewModel people;
    private final NoticeViewModel notice;
    private final Executor files;
    private final Executor fx;

    /**
     * @param files runs work on the thread that reads and writes files
     * @param fx runs work on the FX thread
     */
    public PoseFile(PeopleViewModel people, NoticeViewModel notice, Executor files, Executor fx) {
        this.people = people;
        this.notice = notice;
        this.files = files;
        this.fx = fx;
    }

    public void open(Path file) {
        String name = String.valueOf(file.getFileName());
        files.execute(() -> {
            try {
                String json = content(file);
                fx.execute(() -> read(json, name));
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }

    /** Takes people from a text, for example from the clipboard. */
    public void read(String json, String where) {
        try {
            people.read(json, where);
            notice.dismiss();
        } catch (StudioException failure) {
            notice.show(failure.problem());
        }
    }

    public void save(Path file) {
        String json = people.json();
        files.execute(() -> {
            try {
                AtomicFile.write(file, json.getBytes(StandardCharsets.UTF_8));
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }

    private static String content(Path file) throws StudioException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new StudioException(
                        new Problem(Words.of("pose.large"), file.toString(), Words.of("pose.large.remedy")));
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new StudioException(
                    new Problem(Words.of("pose.unreadable"), file.toString(), Words.of("file.unreadable.remedy")),
                    unreadable);
        }
    }
}
