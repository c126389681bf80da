package studio.sinopia.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Wording;

/**
 * Reads prompts as users of AUTOMATIC1111's web interface write them:
 *
 * <pre>{@code
 * prompt   = part { "AND" part }            part may end with ":" number where there are several
 * part     = { words | "BREAK" | round | square }
 * round    = "(" part ")"                   1.1 times as much
 *          | "(" part ":" number ")"        so many times
 * square   = "[" part "]"                   1.1 times less
 *          | "[" [ part ":" ] part ":" number "]"    first one, then the other, from a step or a share of the steps
 *          | "[" part { "|" part } "]"      another one in each step
 * }</pre>
 *
 * A backslash before {@code ( ) [ ] : | \} takes their meaning away. {@code AND} counts outside brackets only.
 */
public final class PromptParser {

    private static final double ROUND = 1.1;
    private static final double SQUARE = 1 / 1.1;
    private static final int DEEPEST = 100;
    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+))\\s*");
    private static final Pattern TRAILING = Pattern.compile("(?s)(.*?)\\s*:" + NUMBER);

    private final String text;
    private final boolean strict;
    private final boolean composed;
    private int at;

    private PromptParser(String text, boolean strict, boolean composed) {
        this.text = text;
        this.strict = strict;
        this.composed = composed;
    }

    /**
     * The parts of a prompt, at least one.
     *
     * @throws StudioException if a bracket has no partner and the syntax is strict, or if brackets nest too deeply
     */
    public static List<PromptPart> prompt(String text, Wording.Syntax syntax) throws StudioException {
        if (syntax == Wording.Syntax.LITERAL) {
            return List.of(new PromptPart(List.of(new PromptNode.Words(text)), 1));
        }
        List<List<PromptNode>> parts = new PromptParser(text, syntax == Wording.Syntax.STRICT, true).parts();
        return parts.size() == 1
                ? List.of(new PromptPart(parts.getFirst(), 1))
                : parts.stream().map(PromptParser::weighted).toList();
    }

    /** A negative prompt has one part, in which {@code AND} is a word like others. */
    public static PromptPart negative(String text, Wording.Syntax syntax) throws StudioException {
        if (syntax == Wording.Syntax.LITERAL) {
            return prompt(text, syntax).getFirst();
        }
        return new PromptPart(
                new PromptParser(text, syntax == Wording.Syntax.STRICT, false)
                        .parts()
                        .getFirst(),
                1);
    }

    /** Takes the weight from the end of a part's words. */
    private static PromptPart weighted(List<PromptNode> nodes) {
        if (!nodes.isEmpty() && nodes.getLast() instanceof PromptNode.Words words) {
            Matcher weight = TRAILING.matcher(words.text());
            if (weight.matches()) {
                List<PromptNode> rest = new ArrayList<>(nodes.subList(0, nodes.size() - 1));
                rest.add(new PromptNode.Words(weight.group(1)));
                return new PromptPart(rest, Double.parseDouble(weight.group(2)));
            }
        }
        return new PromptPart(nodes, 1);
    }

    private List<List<PromptNode>> parts() throws StudioException {
        List<List<PromptNode>> parts = new ArrayList<>();
        var part = new Fields();
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (composed && word("AND")) {
                at += 3;
                parts.add(part.all());
                part = new Fields();
            } else if (letter == ')' || letter == ']') {
                if (strict) {
                    throw problem("The bracket '%c' at character %d closes nothing.".formatted(letter, position(at)));
                }
                part.letter(letter);
                at++;
            } else {
                element(part, 0);
            }
        }
        parts.add(part.all());
        return parts;
    }

    /** Reads a bracket with all inside it, {@code BREAK}, an escape or a letter. */
    private void element(Fields into, int depth) throws StudioException {
        char letter = text.charAt(at);
        if (letter == '\\' && at + 1 < text.length() && "()[]:|\\".indexOf(text.charAt(at + 1)) >= 0) {
            into.letter(text.charAt(at + 1));
            at += 2;
        } else if (letter == '(' || letter == '[') {
            into.add(bracket(depth + 1));
        } else if (word("BREAK")) {
            at += 5;
            into.add(new PromptNode.Break());
        } else {
            into.letter(letter);
            at++;
        }
    }

    private PromptNode bracket(int depth) throws StudioException {
        int start = at;
        boolean round = text.charAt(at++) == '(';
        if (depth > DEEPEST) {
            throw problem(
                    "The brackets are nested more than %d deep at character %d.".formatted(DEEPEST, position(start)));
        }
        var inside = new Fields();
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (letter == (round ? ')' : ']')) {
                at++;
                return round ? round(inside) : square(inside);
            }
            if (letter == ')' || letter == ']') {
                if (strict) {
                    throw problem("The bracket '%c' at character %d closes nothing: '%c' at character %d is still open."
                            .formatted(letter, position(at), text.charAt(start), position(start)));
                }
                inside.letter(letter);
                at++;
            } else if (letter == ':' || letter == '|') {
                inside.separate(letter);
                at++;
            } else {
                element(inside, depth);
            }
        }
        if (strict) {
            throw problem(
                    "The bracket '%c' at character %d is never closed.".formatted(text.charAt(start), position(start)));
        }
        return new PromptNode.Weighted(inside.all(), round ? ROUND : SQUARE);
    }

    private static PromptNode round(Fields inside) {
        Optional<String> number = inside.numberAtEnd();
        return number.isPresent()
                ? new PromptNode.Weighted(inside.join(0, inside.last()), Double.parseDouble(number.get()))
                : new PromptNode.Weighted(inside.all(), ROUND);
    }

    private static PromptNode square(Fields inside) {
        Optional<String> number = inside.numberAtEnd();
        if (number.isPresent()) {
            int colon = inside.lastColonBefore(inside.last());
            return new PromptNode.Switched(
                    colon < 0 ? List.of() : inside.join(0, colon + 1),
                    inside.join(colon + 1, inside.last()),
                    Double.parseDouble(number.get()),
                    number.get().contains("."));
        }
        List<List<PromptNode>> turns = inside.turns();
        return turns.size() > 1 ? new PromptNode.Alternating(turns) : new PromptNode.Weighted(inside.all(), SQUARE);
    }

    /** Whether a word in capitals stands here, with nothing grown to it. */
    private boolean word(String word) {
        int end = at + word.length();
        return text.startsWith(word, at)
                && (at == 0 || !isOfWord(text.charAt(at - 1)))
                && (end == text.length() || !isOfWord(text.charAt(end)));
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_';
    }

    /** As people count, from 1. */
    private int position(int index) {
        return text.codePointCount(0, index) + 1;
    }

    private static StudioException problem(String what) {
        return new StudioException(
                new Problem(
                        what,
                        "prompt",
                        "Add its partner, write a backslash before it if it is meant as a letter, or read the prompt literally."));
    }

    /** What stands between the separators of a bracket. */
    private static final class Fields {

        private final List<List<PromptNode>> fields = new ArrayList<>(List.of(new ArrayList<>()));
        private final List<Character> separators = new ArrayList<>(); // one fewer than fields
        private final StringBuilder words = new StringBuilder();

        void letter(char letter) {
            words.append(letter);
        }

        void add(PromptNode node) {
            endWords();
            fields.getLast().add(node);
        }

        void separate(char separator) {
            endWords();
            separators.add(separator);
            fields.add(new ArrayList<>());
        }

        private void endWords() {
            if (!words.isEmpty()) {
                fields.getLast().add(new PromptNode.Words(words.toString()));
                words.setLength(0);
            }
        }

        /** Number of the last field. */
        int last() {
            endWords();
            return fields.size() - 1;
        }

        /** The last field, if it is a number after a colon. */
        Optional<String> numberAtEnd() {
            boolean isSingle = last() > 0
                    && separators.getLast() == ':'
                    && fields.getLast().size() == 1;
            if (isSingle && fields.getLast().getFirst() instanceof PromptNode.Words end) {
                Matcher number = NUMBER.matcher(end.text());
                return number.matches() ? Optional.of(number.group(1)) : Optional.empty();
            }
            return Optional.empty();
        }

        /** The field before the last colon before a field, or -1. */
        int lastColonBefore(int field) {
            int separator = field - 2; // separator i stands between the fields i and i + 1
            while (separator >= 0 && separators.get(separator) != ':') {
                separator--;
            }
            return separator;
        }

        /** What stands between bars, colons being letters. */
        List<List<PromptNode>> turns() {
            List<List<PromptNode>> turns = new ArrayList<>();
            int from = 0;
            for (int i = 0; i < separators.size(); i++) {
                if (separators.get(i) == '|') {
                    turns.add(join(from, i + 1));
                    from = i + 1;
                }
            }
            turns.add(join(from, last() + 1));
            return turns;
        }

        List<PromptNode> all() {
            return join(0, last() + 1);
        }

        /** Some fields as one, the separators between them being letters. */
        List<PromptNode> join(int from, int to) {
            endWords();
            List<PromptNode> joined = new ArrayList<>();
            for (int i = from; i < to; i++) {
                if (i > from) {
                    joined.add(new PromptNode.Words(String.valueOf(separators.get(i - 1))));
                }
                joined.addAll(fields.get(i));
            }
            return joined;
        }
    }
}
