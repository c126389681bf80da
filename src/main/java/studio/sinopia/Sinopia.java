package studio.sinopia;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import studio.sinopia.cli.Commands;
import studio.sinopia.cli.Console;
import studio.sinopia.cli.Workbench;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Folders;
import studio.sinopia.core.ProgramFolder;

/** Starts the program: builds every long-lived object once, hands each to a constructor, opens the window or a command. */
public final class Sinopia {

    /** How long an interrupted command may take to end in good order: two slow steps. */
    private static final long GRACE_SECONDS = 30;

    private Sinopia() {}

    public static void main(String[] arguments) {
        Folders folders = Folders.ofThisUser();
        System.setProperty("sinopia.logs", folders.logs().toString()); // read when the first logger is made
        System.setProperty("java.awt.headless", "true");
        var stop = new Cancellation();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endInGoodOrder(stop, ended), "interrupted"));
        var bench = new Workbench(
                Console.ofThisProcess(),
                folders,
                ProgramFolder.find(),
                () -> {
                    throw new IllegalStateException("no engine yet");
                },
                stop);
        int code = Commands.run(bench, arguments);
        ended.countDown();
        System.exit(code);
    }

    /** Runs when the program ends, and above all when it is interrupted: lets the command cancel what it does. */
    private static void endInGoodOrder(Cancellation stop, CountDownLatch ended) {
        stop.request();
        try {
            ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
