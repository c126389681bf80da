package studio.sinopia.worker;

import java.io.IOException;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.engine.run.DiffusionEngine;

/** Where a worker's process begins. Not for people: the window and the commands launch it. */
public final class WorkerMain {

    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Worker.serve(() -> new DiffusionEngine(ProgramFolder.find().shippedModel()));
    }
}
