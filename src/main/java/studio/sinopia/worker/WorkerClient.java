package studio.sinopia.worker;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

/**
 * The worker's service as its callers see it. A worker that is gone shows as {@link io.grpc.StatusRuntimeException}, or
 * as the error of an observer.
 */
final class WorkerClient {

    private final Channel channel;

    WorkerClient(Channel channel, Secret secret) {
        var headers = new Metadata();
        headers.put(Secret.HEADER, secret.reveal());
        this.channel = ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    void run(RunId run, Recipe recipe, RunOptions options, StreamObserver<Message> events) {
        stream(Protocol.RUN, Wire.request(run, recipe, options), events);
    }

    void decode(RunId run, Recipe recipe, Path latents, StreamObserver<Message> events) {
        stream(Protocol.DECODE, Wire.request(run, recipe, latents), events);
    }

    MemoryForecast forecast(Recipe recipe, RunOptions options) throws StudioException {
        Message request = Wire.request(RunId.random(), recipe, options);
        return Wire.forecast(ClientCalls.blockingUnaryCall(channel, Protocol.FORECAST, options(), request));
    }

    void unload(Duration limit) {
        ClientCalls.blockingUnaryCall(channel, Protocol.UNLOAD, within(limit), Message.empty());
    }

    WorkerHealth health(Duration limit) {
        return Wire.health(ClientCalls.blockingUnaryCall(channel, Protocol.HEALTH, within(limit), Message.empty()));
    }

    void shutdown(Duration limit) {
        ClientCalls.blockingUnaryCall(channel, Protocol.SHUTDOWN, within(limit), Message.empty());
    }

    /** Asks without waiting. */
    void health(StreamObserver<Message> answer, Duration limit) {
        unary(Protocol.HEALTH, within(limit), Message.empty(), answer);
    }

    /** Asks without waiting; the run's own stream tells when it has stopped. */
    void cancel(RunId run, Duration limit) {
        unary(Protocol.CANCEL, within(limit), Wire.request(run), new Unheard());
    }

    private void stream(MethodDescriptor<Message, Message> method, Message request, StreamObserver<Message> events) {
        ClientCalls.asyncServerStreamingCall(channel.newCall(method, options()), request, events);
    }

    private void unary(
            MethodDescriptor<Message, Message> method,
            CallOptions options,
            Message request,
            StreamObserver<Message> answer) {
        ClientCalls.asyncUnaryCall(channel.newCall(method, options), request, answer);
    }

    private static CallOptions options() {
        return CallOptions.DEFAULT.withMaxInboundMessageSize(Message.LONGEST);
    }

    private static CallOptions within(Duration limit) {
        return options().withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static final class Unheard implements StreamObserver<Message> {
        @Override
        public void onNext(Message value) {}

        @Override
        public void onError(Throwable gone) {}

        @Override
        public void onCompleted() {}
    }
}
