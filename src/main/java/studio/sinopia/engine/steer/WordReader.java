package studio.sinopia.engine.steer;

/** Turns a prompt into what the network is told: tokenizer and text encoders of the loaded model. */
@FunctionalInterface
public interface WordReader {

    Conditions.Telling read(String prompt);
}
