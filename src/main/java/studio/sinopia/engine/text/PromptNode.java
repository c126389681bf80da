package studio.sinopia.engine.text;

import java.util.List;

/** A piece of a prompt as it was written. */
sealed interface PromptNode {

    /** Words that mean themselves. */
    record Words(String text) implements PromptNode {}

    /** The next words begin a chunk of their own. */
    record Break() implements PromptNode {}

    /** More or less of what is inside. */
    record Weighted(List<PromptNode> inside, double weight) implements PromptNode {
        public Weighted {
            inside = List.copyOf(inside);
        }
    }

    /**
     * One thing first, another later.
     *
     * @param when number of steps before the change, or their share
     * @param share whether {@code when} is a share
     */
    record Switched(List<PromptNode> before, List<PromptNode> after, double when, boolean share) implements PromptNode {
        public Switched {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Another one in each step, in turn. */
    record Alternating(List<List<PromptNode>> turns) implements PromptNode {
        public Alternating {
            turns = turns.stream().map(List::copyOf).toList();
        }
    }
}
