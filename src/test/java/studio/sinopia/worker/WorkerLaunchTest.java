package studio.sinopia.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** How a worker is reached and how it ends, seen from a parent made by hand. */
class WorkerLaunchTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final Secret secret = Secret.random();
    private Process child = new ProcessBuilder(WorkerCommand.thisJava().toString(), "--version").start();

    WorkerLaunchTest() throws IOException {}

    @AfterEach
    void endChild() {
        child.destroyForcibly();
    }

    @Test
    void onlyTheRightSecretIsAnswered() throws Exception {
        int port = launch();
        assertThat(health(port, secret).pid()).isEqualTo(child.pid());
        for (Secret wrong : List.of(Secret.random(), Secret.random())) {
            var refused = assertThrows(StatusRuntimeException.class, () -> health(port, wrong));
            assertEquals(Status.Code.UNAUTHENTICATED, refused.getStatus().getCode());
        }
        var refused = assertThrows(StatusRuntimeException.class, () -> withoutSecret(port));
        assertEquals(Status.Code.UNAUTHENTICATED, refused.getStatus().getCode());
        assertThat(health(port, secret).pid()).isEqualTo(child.pid());
    }

    @Test
    void theSecretStandsNeitherOnTheCommandLineNorInTheEnvironment() throws Exception {
        launch();
        ProcessHandle.Info info = child.info();
        assertThat(info.commandLine().orElse("")).doesNotContain(secret.reveal());
        assertThat(System.getenv().toString()).doesNotContain(secret.reveal());
    }

    @Test
    void thePortIsOpenOnLoopbackOnly() throws Exception {
        int port = launch();
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        Assumptions.assumeFalse(outside.isEmpty(), "this machine has no other address");
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        for (InetAddress address : outside) {
            assertThrows(ConnectException.class, () -> new Socket(address, port).close());
        }
    }

    @Test
    void aChildWhoseInputEndsIsGoneWithinSeconds() throws Exception {
        launch();
        child.getOutputStream().close();
        assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aChildWhoseParentIsKilledIsGoneWithinSeconds() throws Exception {
        List<String> line = ScriptedWorker.command(Parent.class.getName()).line();
        Process parent = new ProcessBuilder(line).start();
        var words = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        ProcessHandle grandchild =
                ProcessHandle.of(Long.parseLong(words.readLine())).orElseThrow();
        CompletableFuture<ProcessHandle> end = grandchild.onExit();
        assertThat(grandchild.isAlive()).isTrue();
        parent.destroyForcibly();
        assertThat(end).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aChildToldToEndEndsInOrder() throws Exception {
        int port = launch();
        ask(port, secret, client -> {
            client.shutdown(LIMIT);
            return client;
        });
        assertThat(child.onExit()).succeedsWithin(LIMIT);
        assertEquals(0, child.exitValue());
    }

    /** Starts a worker, says its process and waits to be killed. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            WorkerProcess worker = WorkerProcess.start(ScriptedWorker.command(), LIMIT);
            System.out.println(worker.pid());
            Thread.sleep(LIMIT);
        }
    }

    private int launch() throws IOException {
        child.destroyForcibly();
        child = new ProcessBuilder(ScriptedWorker.command().line()).start();
        child.getOutputStream().write((secret.reveal() + "\n").getBytes(StandardCharsets.US_ASCII));
        child.getOutputStream().flush();
        var words = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        String line = words.readLine();
        assertThat(line).startsWith(Protocol.HANDSHAKE);
        return Integer.parseInt(line.substring(Protocol.HANDSHAKE.length()));
    }

    private static WorkerHealth health(int port, Secret secret) {
        return ask(port, secret, client -> client.health(LIMIT));
    }

    private static void withoutSecret(int port) {
        ManagedChannel channel = channel(port);
        try {
            ClientCalls.blockingUnaryCall(channel, Protocol.HEALTH, CallOptions.DEFAULT, Message.empty());
        } finally {
            channel.shutdownNow();
        }
    }

    private static <T> T ask(int port, Secret secret, Function<WorkerClient, T> question) {
        ManagedChannel channel = channel(port);
        try {
            return question.apply(new WorkerClient(channel, secret));
        } finally {
            channel.shutdownNow();
        }
    }

    private static ManagedChannel channel(int port) {
        return NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .usePlaintext()
                .proxyDetector(address -> null)
                .build();
    }
}
