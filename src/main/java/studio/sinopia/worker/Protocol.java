package studio.sinopia.worker;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;

/** The calls of the worker's service; see the package for what they mean. */
final class Protocol {

    static final String SERVICE = "studio.sinopia.Worker";

    static final MethodDescriptor<Message, Message> RUN = method("Run", MethodType.SERVER_STREAMING);
    static final MethodDescriptor<Message, Message> DECODE = method("Decode", MethodType.SERVER_STREAMING);
    static final MethodDescriptor<Message, Message> FORECAST = method("Forecast", MethodType.UNARY);
    static final MethodDescriptor<Message, Message> CANCEL = method("Cancel", MethodType.UNARY);
    static final MethodDescriptor<Message, Message> UNLOAD = method("Unload", MethodType.UNARY);
    static final MethodDescriptor<Message, Message> HEALTH = method("Health", MethodType.UNARY);
    static final MethodDescriptor<Message, Message> SHUTDOWN = method("Shutdown", MethodType.UNARY);

    /** First words of the line by which a worker tells its port. */
    static final String HANDSHAKE = "sinopia-worker 1 ";

    private Protocol() {}

    private static MethodDescriptor<Message, Message> method(String name, MethodType type) {
        return MethodDescriptor.newBuilder(Message.MARSHALLER, Message.MARSHALLER)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
                .setType(type)
                .build();
    }
}
