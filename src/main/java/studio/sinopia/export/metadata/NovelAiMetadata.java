package studio.sinopia.export.metadata;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * NovelAI's {@code Comment} (JSON) beside its {@code Description} (the prompt). Curly brackets there make words stronger by a
 * twentieth, square ones weaker; they become weights in round brackets.
 */
final class NovelAiMetadata {

    private static final String STRONGER = ":1.05)";
    private static final String WEAKER = ":0.952)";

    private NovelAiMetadata() {}

    static PictureSettings read(JsonNode comment, Optional<String> description) {
        var draft = new Draft(Tool.NOVELAI);
        String prompt = LooseJson.text(comment, "prompt").or(() -> description).orElse("");
        draft.prompt = weights(prompt + characters(comment.path("v4_prompt")));
        draft.negative = weights(LooseJson.text(comment, "uc")
                .orElseGet(() -> comment.path("v4_negative_prompt")
                        .path("caption")
                        .path("base_caption")
                        .asString("")));
        draft.seed = LooseJson.whole(comment, "seed");
        draft.steps(LooseJson.whole(comment, "steps"));
        draft.guidance = LooseJson.number(comment, "scale");
        draft.sampler = LooseJson.text(comment, "sampler");
        draft.schedule = LooseJson.text(comment, "noise_schedule").filter(name -> !name.equals("native"));
        draft.strength = LooseJson.number(comment, "strength");
        draft.noise = Optional.of("CPU");
        draft.size(LooseJson.whole(comment, "width"), LooseJson.whole(comment, "height"));
        for (String other : new String[] {"cfg_rescale", "noise", "uncond_scale", "sm", "sm_dyn"}) {
            LooseJson.text(comment, other).ifPresent(value -> draft.others.put(other, value));
        }
        return draft.settings();
    }

    /** Newer versions say apart what each person is. */
    private static String characters(JsonNode prompt) {
        var words = new StringBuilder();
        for (JsonNode character : prompt.path("caption").path("char_captions")) {
            LooseJson.text(character, "char_caption").ifPresent(words.append(", ")::append);
        }
        return words.toString();
    }

    private static String weights(String prompt) {
        var text = new StringBuilder();
        for (int i = 0; i < prompt.length(); i++) {
            char c = prompt.charAt(i);
            switch (c) {
                case '{', '[' -> text.append('(');
                case '}' -> text.append(STRONGER);
                case ']' -> text.append(WEAKER);
                case '(', ')' -> text.append('\\').append(c);
                default -> text.append(c);
            }
        }
        return text.toString();
    }
}
