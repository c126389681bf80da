package studio.sinopia.worker;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker's process from its first line to its end; see the package for how it is launched. */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration ORDERLY_END = Duration.ofSeconds(5);
    private static final Duration PARENT_CHECK = Duration.ofSeconds(1);
    private static final String FIRST_TO_BE_KILLED = "500"; // of 1000: the window and its drawing come later

    private final PrintStream parent;
    private final BufferedReader orders;

    private Worker(PrintStream parent, BufferedReader orders) {
        this.parent = parent;
        this.orders = orders;
    }

    /** Serves until told to stop or the parent is gone, and then ends the process. */
    static void serve(EngineMaker maker) throws IOException, InterruptedException {
        PrintStream parent = System.out;
        System.setOut(System.err); // what libraries print must not be taken for the handshake
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        new Worker(parent, orders).serveOne(maker);
    }

    private void serveOne(EngineMaker maker) throws IOException, InterruptedException {
        String line = orders.readLine();
        if (line == null) {
            return; // the parent is gone already
        }
        Secret secret = Secret.parse(line);
        endWithParent();
        offerToBeKilledFirst();
        makeLogFolder();
        var told = new CountDownLatch(1);
        var service = new WorkerService(maker, mark -> say(mark.line()), told::countDown);
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(loopback(), 0))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .maxInboundMessageSize(Message.LONGEST)
                .intercept(new SecretGuard(secret))
                .addService(service.definition())
                .build()
                .start();
        new MemoryPressure(service).start();
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "close"));
        say(Protocol.HANDSHAKE + server.getPort());
        told.await();
        endOrderly(server, service);
    }

    private void say(String line) {
        parent.println(line);
        parent.flush();
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** Two signs that the parent is gone: the end of our standard input, and its process being no more. */
    private void endWithParent() {
        Thread.ofPlatform().name("parent's input").daemon().start(() -> {
            try {
                while (orders.readLine() != null) {
                    LOG.debug("The parent says something that is not understood");
                }
            } catch (IOException broken) {
                LOG.debug("The parent's pipe broke", broken);
            }
            endAtOnce();
        });
        Optional<ProcessHandle> process = ProcessHandle.current().parent();
        Thread.ofPlatform().name("parent's life").daemon().start(() -> {
            while (process.map(ProcessHandle::isAlive).orElse(true)) {
                pause(PARENT_CHECK);
            }
            endAtOnce();
        });
    }

    /** Nobody hears us and files are written whole or not at all, so that nothing is worth waiting for. */
    private static void endAtOnce() {
        Runtime.getRuntime().halt(0);
    }

    /** Ends when all calls have got their answers, that which asks for the end among them, and runs their last event. */
    private static void endOrderly(Server server, WorkerService service) throws InterruptedException {
        Thread.ofPlatform().name("impatience").daemon().start(() -> {
            pause(ORDERLY_END);
            endAtOnce();
        });
        server.shutdown();
        service.close();
        server.awaitTermination();
        System.exit(0);
    }

    /** Java itself makes none when it crashes. */
    private static void makeLogFolder() {
        try {
            Files.createDirectories(Path.of(System.getProperty("sinopia.logs", ".")));
        } catch (IOException unwritable) {
            LOG.debug("There will be no logs", unwritable);
        }
    }

    private static void offerToBeKilledFirst() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), FIRST_TO_BE_KILLED);
        } catch (IOException notOnThisSystem) {
            LOG.debug("The system picks its victims itself", notOnThisSystem);
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
