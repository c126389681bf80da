package studio.sinopia.engine.conformance;

import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Torch;

/** Computes some of the recorded tensors again and compares. Does nothing where the folder holds nothing for it. */
@FunctionalInterface
public interface Check {

    void run(Torch torch, Recorded recorded) throws StudioException;
}
