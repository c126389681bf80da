package studio.sinopia.core;

/**
 * Something a person can mend. Texts are ready to be shown.
 *
 * @param what what is wrong, one sentence with names, numbers and units
 * @param where the file, control or setting it concerns
 * @param remedy what to do, one sentence
 */
public record Problem(String what, String where, String remedy) {

    /** The whole problem on one line, as the command line prints it. */
    public String line() {
        String text = (where.isBlank() ? "" : where + ": ") + what + " " + remedy;
        return text.replaceAll("\\s+", " ").strip();
    }
}
