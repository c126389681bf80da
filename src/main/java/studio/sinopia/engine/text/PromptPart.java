package studio.sinopia.engine.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A prompt, or what stands between two {@code AND}.
 *
 * @param nodes as written
 * @param weight among the parts, 1 as a rule
 */
public record PromptPart(List<PromptNode> nodes, double weight) {

    public PromptPart {
        nodes = List.copyOf(nodes);
    }

    /** What is told at a certain time; neighbours of one weight are one phrase. */
    public List<Phrase> at(PromptTime time) {
        List<Phrase> phrases = new ArrayList<>();
        read(nodes, 1, time, phrases);
        return List.copyOf(phrases);
    }

    private static void read(List<PromptNode> nodes, double weight, PromptTime time, List<Phrase> phrases) {
        for (PromptNode node : nodes) {
            switch (node) {
                case PromptNode.Words words -> append(phrases, new Phrase(words.text(), weight));
                case PromptNode.Break nothing -> phrases.add(Phrase.BREAK);
                case PromptNode.Weighted weighted -> read(weighted.inside(), weight * weighted.weight(), time, phrases);
                case PromptNode.Switched switched -> {
                    boolean before = time.isBefore(switched.when(), switched.share());
                    read(before ? switched.before() : switched.after(), weight, time, phrases);
                }
                case PromptNode.Alternating alternating -> {
                    int turn = time.step() % alternating.turns().size();
                    read(alternating.turns().get(turn), weight, time, phrases);
                }
            }
        }
    }

    private static void append(List<Phrase> phrases, Phrase phrase) {
        if (phrase.text().isEmpty()) {
            return;
        }
        boolean joins = !phrases.isEmpty() && phrases.getLast().weight() == phrase.weight();
        if (joins) {
            Phrase last = phrases.removeLast();
            phrases.add(new Phrase(last.text() + phrase.text(), phrase.weight()));
        } else {
            phrases.add(phrase);
        }
    }
}
