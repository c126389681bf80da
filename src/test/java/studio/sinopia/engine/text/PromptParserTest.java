package studio.sinopia.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Wording;

/** Expected readings are those that AUTOMATIC1111's web interface documents. */
class PromptParserTest {

    private static final int STEPS = 10;

    /** {@code text@weight}, joined by bars. */
    private static String phrases(String prompt, Wording.Syntax syntax) throws StudioException {
        return PromptParser.prompt(prompt, syntax).getFirst().at(new PromptTime(0, STEPS)).stream()
                .map(phrase -> phrase.isBreak()
                        ? "BREAK"
                        : phrase.text()
                                + String.format(Locale.ROOT, "@%.4f", phrase.weight())
                                        .replaceAll("\\.?0+$", ""))
                .collect(Collectors.joining("|"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "normal text; normal text@1",
                "an (important) word; `an @1|important@1.1| word@1`",
                "(unnecessary)(parens); unnecessaryparens@1.1",
                "\\(literal\\]; (literal]@1",
                "a \\\\ b; a \\ b@1",
                "((a)) [b] [[c]]; `a@1.21| @1|b@0.9091| @1|c@0.8264`",
                "(a:1.3) (b:.5) (c:-1); `a@1.3| @1|b@0.5| @1|c@-1`",
                "(a (b:2):1.5); `a @1.5|b@3`",
                "(a:b) style: oil; `a:b@1.1| style: oil@1`",
                "(((house:1.3)) [on] a (hill:0.5), sun, (((sky))).); "
                        + "`house@1.573| @1.1|on@1| a @1.1|hill@0.55|, sun, @1.1|sky@1.4641|.@1.1`",
                "(a BREAK b:1.2); `a @1.2|BREAK| b@1.2`",
                "BREAKFAST SANDY; BREAKFAST SANDY@1",
                "[a:b]; a:b@0.9091"
            })
    void weightsAreReadAsDocumented(String prompt, String expected) throws Exception {
        assertEquals(expected, phrases(prompt, Wording.Syntax.STRICT));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "(unbalanced; unbalanced@1.1",
                "a (((house:1.3)) [on] a (hill:0.5), sun, (((sky))).; `a @1|house@1.573| @1.1|on@1| a @1.1|hill@0.55|"
                        + ", sun, @1.1|sky@1.4641|.@1.1`",
                "smile :) [x; `smile :) @1|x@0.9091`"
            })
    void theForgivingSyntaxTakesBracketsWithoutPartners(String prompt, String expected) throws Exception {
        assertEquals(expected, phrases(prompt, Wording.Syntax.FORGIVING));
    }

    @Test
    void inTheLiteralSyntaxEveryLetterMeansItself() throws Exception {
        String prompt = "(a:1.2) [b|c] AND d BREAK :( \\(";
        assertEquals(prompt + "@1", phrases(prompt, Wording.Syntax.LITERAL));
    }

    /** {@code last step:text}, joined by bars, from the first of ten steps to the last. */
    private static String schedule(String prompt) throws StudioException {
        PromptPart part = PromptParser.prompt(prompt, Wording.Syntax.STRICT).getFirst();
        List<String> said = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            String text = part.at(new PromptTime(step, STEPS)).stream()
                    .map(phrase -> phrase.weight() == 1 ? phrase.text() : "(" + phrase.text() + ")")
                    .collect(Collectors.joining());
            String entry = (step + 1) + ":" + text;
            if (!said.isEmpty() && said.getLast().endsWith(":" + text)) {
                said.removeLast();
            }
            said.add(entry);
        }
        return String.join("|", said);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "test; 10:test",
                "a [b:3]; `3:a |10:a b`",
                "a [b: 3]; `3:a |10:a b`",
                "a [[[b]]:2]; `2:a |10:a (b)`",
                "[(a:2):3]; `3:|10:(a)`",
                "a [b : c : 1] d; `1:a b  d|10:a  c  d`",
                "a[b:[c:d:2]:1]e; `1:abe|2:ace|10:ade`",
                "a [b:.5] c; `5:a  c|10:a b c`",
                "a [{b|d{:.5] c; `5:a  c|10:a {b|d{ c`",
                "[a::0.3]b; `3:ab|10:b`",
                "[a:b:25]; 10:a"
            })
    void changesComeAtTheirStep(String prompt, String expected) throws Exception {
        assertEquals(expected, schedule(prompt));
    }

    @Test
    void turnsAreTakenStepByStep() throws Exception {
        assertEquals("1:female|2:male|3:male|4:male|5:female", String.join("|", turns("[fe|||]male", 5)));
        assertEquals("1:a|2:(b)|3:a", String.join("|", turns("[a|(b:1.1)]", 3)));
    }

    private static List<String> turns(String prompt, int steps) throws StudioException {
        PromptPart part = PromptParser.prompt(prompt, Wording.Syntax.STRICT).getFirst();
        List<String> turns = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            turns.add((step + 1) + ":"
                    + part.at(new PromptTime(step, steps)).stream()
                            .map(phrase -> phrase.weight() == 1 ? phrase.text() : "(" + phrase.text() + ")")
                            .collect(Collectors.joining()));
        }
        return turns;
    }

    @Test
    void sharesGoOnCountingInTheSecondWalk() throws Exception {
        PromptPart part =
                PromptParser.prompt("[a:b:1.5][c:d:12]", Wording.Syntax.STRICT).getFirst();
        assertEquals("ac", part.at(new PromptTime(9, 10)).getFirst().text());
        assertEquals("ac", part.at(new PromptTime(1, 6, 10, 1)).getFirst().text());
        assertEquals("ad", part.at(new PromptTime(2, 6, 10, 1)).getFirst().text());
        assertEquals("bd", part.at(new PromptTime(3, 6, 10, 1)).getFirst().text());
    }

    @Test
    void partsBetweenAndHaveWeights() throws Exception {
        List<PromptPart> parts = PromptParser.prompt("a cat :1.2 AND a (dog:2) AND SAND:-.5", Wording.Syntax.STRICT);
        assertEquals(
                List.of(1.2, 1.0, -0.5), parts.stream().map(PromptPart::weight).toList());
        assertEquals(
                List.of("a cat", " a ", " SAND"),
                parts.stream()
                        .map(part -> part.at(new PromptTime(0, 1)).getFirst().text())
                        .toList());
        assertEquals(
                1,
                PromptParser.prompt("ratio 16:9", Wording.Syntax.STRICT)
                        .getFirst()
                        .weight());
        assertEquals("a AND b:2@1", phrase(PromptParser.negative("a AND b:2", Wording.Syntax.STRICT)));
    }

    private static String phrase(PromptPart part) {
        Phrase phrase = part.at(new PromptTime(0, 1)).getFirst();
        return phrase.text() + "@" + Math.round(phrase.weight());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a (red house; The bracket '(' at character 3 is never closed.",
                "😀 [x; The bracket '[' at character 3 is never closed.",
                "a smile :); The bracket ')' at character 10 closes nothing.",
                "(a]; The bracket ']' at character 3 closes nothing: '(' at character 1 is still open."
            })
    void aBracketWithoutAPartnerIsNamedWithItsPlace(String prompt, String expected) {
        var refused = assertThrows(StudioException.class, () -> PromptParser.prompt(prompt, Wording.Syntax.STRICT));
        assertEquals(expected, refused.problem().what());
        assertTrue(refused.problem().remedy().contains("backslash"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "["})
    void bracketsDeepBeyondSenseAreRefused(String bracket) {
        for (Wording.Syntax syntax : List.of(Wording.Syntax.STRICT, Wording.Syntax.FORGIVING)) {
            assertThrows(StudioException.class, () -> PromptParser.prompt(bracket.repeat(100_000), syntax));
        }
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefused(
            @ForAll @Chars({'(', ')', '[', ']', ':', '|', '\\', '.', '1', ' ', 'A', 'N', 'D'}) @StringLength(max = 24)
                    String prompt) {
        try {
            for (PromptPart part : PromptParser.prompt(prompt, Wording.Syntax.STRICT)) {
                part.at(new PromptTime(3, 7));
            }
            PromptParser.prompt(prompt, Wording.Syntax.FORGIVING);
        } catch (StudioException refused) {
            assertTrue(refused.problem().what().contains("at character"));
        }
    }

    @Property(tries = 300)
    void escapedTextMeansItself(
            @ForAll @CharRange(from = ' ', to = '@') @Chars({'(', ')', '[', ']', ':', '|', '\\'}) @StringLength(min = 1)
                    String text)
            throws Exception {
        String escaped = text.replaceAll("[()\\[\\]:|\\\\]", "\\\\$0");
        assertEquals(
                text,
                PromptParser.prompt(escaped, Wording.Syntax.STRICT)
                        .getFirst()
                        .at(new PromptTime(0, 1))
                        .getFirst()
                        .text());
    }
}
