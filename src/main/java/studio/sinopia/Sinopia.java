package studio.sinopia;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import studio.sinopia.cli.Commands;
import studio.sinopia.cli.Console;
import studio.sinopia.cli.Interruption;
import studio.sinopia.cli.Workbench;
import studio.sinopia.core.Folders;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.worker.WatchLimits;
import studio.sinopia.worker.WorkerCommand;
import studio.sinopia.worker.WorkerSupervisor;

/** Starts the program: builds every long-lived object once, hands each to a constructor, opens the window or a command. */
public final class Sinopia {

    /** How long an interrupted command may take to end in good order: two slow steps. */
    private static final long GRACE_SECONDS = 30;

    private static final long LAST_WORDS_MILLIS = 300;

    private Sinopia() {}

    public static void main(String[] arguments) {
        Folders folders = Folders.ofThisUser();
        System.setProperty("sinopia.logs", folders.logs().toString()); // read when the first logger is made
        System.setProperty("java.awt.headless", "true");
        keepOffline(folders);
        var interruption = new Interruption();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endInGoodOrder(interruption, ended), "interrupted"));
        var bench = new Workbench(
                Console.ofThisProcess(), folders, ProgramFolder.find(), () -> worker(folders), interruption);
        int code = arguments.length == 0 ? window(bench) : Commands.run(bench, arguments);
        ended.countDown();
        System.exit(code);
    }

    /** An engine in a process of its own, which is starting already. */
    private static WorkerSupervisor worker(Folders folders) {
        var worker = new WorkerSupervisor(WorkerCommand.standard(folders), WatchLimits.STANDARD);
        worker.prepare();
        return worker;
    }

    /** Opens the window; what keeps it from opening is said as a command would say it. */
    private static int window(Workbench bench) {
        return Commands.guard(bench, () -> new Studio(bench.folders(), bench.program()).run());
    }

    /** The tensor library fetches and reports nothing, and unpacks its natives where our own things are. */
    private static void keepOffline(Folders folders) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("DJL_CACHE_DIR", folders.cache().toString());
        System.setProperty("ENGINE_CACHE_DIR", folders.cache().toString());
    }

    /** Runs when the program ends, and above all when it is interrupted: lets the command cancel what it does. */
    private static void endInGoodOrder(Interruption interruption, CountDownLatch ended) {
        try {
            interruption.interrupt(GRACE_SECONDS);
            ended.await(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
