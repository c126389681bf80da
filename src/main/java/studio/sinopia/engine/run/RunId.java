package studio.sinopia.engine.run;

import java.util.UUID;

/** Names one execution of a recipe. */
public record RunId(String value) {

    public static RunId random() {
        return new RunId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
