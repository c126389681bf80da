package studio.sinopia.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a document that undo and redo walk through. Immutable, as the versions are, which share their layers.
 * The oldest versions are let go when there are too many or they weigh too much, but {@value #SURE_STEPS} are always kept.
 */
public final class History {

    public static final int SURE_STEPS = 64;
    private static final int MOST_STEPS = 400;
    private static final long MOST_BYTES = 64L << 20;

    /**
     * @param by the edit that led here; empty for the version one began with
     * @param bytes weight beyond the version before
     */
    private record Version(Document document, Optional<Edit> by, long bytes) {}

    private final List<Version> versions;
    private final int index;
    private final boolean open;

    private History(List<Version> versions, int index, boolean open) {
        this.versions = versions;
        this.index = index;
        this.open = open;
    }

    /** Begins with a document that cannot be undone. */
    public static History of(Document document) {
        return new History(
                List.of(new Version(document, Optional.empty(), document.bytesBeyond(Optional.empty()))), 0, false);
    }

    /** The version that is shown. */
    public Document present() {
        return versions.get(index).document();
    }

    /** Makes an edit; what had been undone is forgotten. */
    public History with(Edit edit) {
        boolean joined = open && current().by().filter(edit::continues).isPresent();
        Document next = present().with(edit);
        List<Version> kept = new ArrayList<>(versions.subList(0, joined ? index : index + 1));
        Optional<Document> before = Optional.of(kept.getLast().document());
        kept.add(new Version(next, Optional.of(edit), next.bytesBeyond(before)));
        trim(kept);
        return new History(List.copyOf(kept), kept.size() - 1, true);
    }

    /** Ends a gesture: the next edit is a step of its own even if it is of the same kind. */
    public History sealed() {
        return new History(versions, index, false);
    }

    public boolean canUndo() {
        return index > 0;
    }

    public boolean canRedo() {
        return index + 1 < versions.size();
    }

    /** The version before; this one if there is none. */
    public History undo() {
        return canUndo() ? new History(versions, index - 1, false) : this;
    }

    /** The version that was undone last; this one if there is none. */
    public History redo() {
        return canRedo() ? new History(versions, index + 1, false) : this;
    }

    /** What {@link #undo} would take back. */
    public Optional<Edit> undone() {
        return current().by();
    }

    /** What {@link #redo} would bring back. */
    public Optional<Edit> redone() {
        return canRedo() ? versions.get(index + 1).by() : Optional.empty();
    }

    /** How many times undo is possible. */
    public int steps() {
        return index;
    }

    private Version current() {
        return versions.get(index);
    }

    private static void trim(List<Version> versions) {
        long bytes = versions.stream().mapToLong(Version::bytes).sum();
        while (versions.size() - 1 > SURE_STEPS && (versions.size() - 1 > MOST_STEPS || bytes > MOST_BYTES)) {
            versions.removeFirst();
            Document first = versions.getFirst().document();
            versions.set(0, new Version(first, Optional.empty(), first.bytesBeyond(Optional.empty())));
            bytes = versions.stream().mapToLong(Version::bytes).sum();
        }
    }
}
