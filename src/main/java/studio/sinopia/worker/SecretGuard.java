package studio.sinopia.worker;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Refuses every call that does not carry the secret of this launch, before a message of it is read. */
final class SecretGuard implements ServerInterceptor {

    private final Secret secret;

    SecretGuard(Secret secret) {
        this.secret = secret;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (secret.matches(headers.get(Secret.HEADER))) {
            return next.startCall(call, headers);
        }
        call.close(Status.UNAUTHENTICATED.withDescription("wrong secret"), new Metadata());
        return new ServerCall.Listener<>() {};
    }
}
