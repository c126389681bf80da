package studio.sinopia.cli;

/**
 * What the doctor found about one thing.
 *
 * @param subject one word
 * @param text one line; for a problem it says what to do
 */
record Finding(String subject, State state, String text) {

    enum State {
        OK("ok"),
        NOTE("note"),
        PROBLEM("problem");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding ok(String subject, String text) {
        return new Finding(subject, State.OK, text);
    }

    static Finding note(String subject, String text) {
        return new Finding(subject, State.NOTE, text);
    }

    static Finding problem(String subject, String text) {
        return new Finding(subject, State.PROBLEM, text);
    }
}
