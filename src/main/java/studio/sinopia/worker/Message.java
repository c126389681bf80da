package studio.sinopia.worker;

import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What crosses between the processes: a JSON object and perhaps a picture. On the wire: the length of the JSON in bytes as
 * a 32-bit big-endian number, the JSON in UTF-8, then the PNG to the end of the message.
 */
final class Message {

    /** Largest message that is accepted, in bytes. */
    static final int LONGEST = 1 << 30;

    /** Turns messages into bytes and back for gRPC. */
    static final MethodDescriptor.Marshaller<Message> MARSHALLER = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(Message message) {
            return new Bytes(message.toBytes());
        }

        @Override
        public Message parse(InputStream stream) {
            try {
                return fromBytes(stream);
            } catch (IOException | JacksonException unreadable) {
                throw Status.INVALID_ARGUMENT
                        .withDescription("not a message")
                        .withCause(unreadable)
                        .asRuntimeException();
            }
        }
    };

    private static final byte[] NO_PICTURE = {};
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST)
                            .build())
                    .build())
            .build();

    private final JsonNode json;
    private final byte[] picture;

    private Message(JsonNode json, byte[] picture) {
        this.json = json;
        this.picture = picture;
    }

    static Message of(ObjectNode json) {
        return new Message(json, NO_PICTURE);
    }

    /** @param png not to be changed afterwards */
    static Message of(ObjectNode json, byte[] png) {
        return new Message(json, png);
    }

    static Message empty() {
        return of(object());
    }

    /** A new object, to be filled by its one maker. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    JsonNode json() {
        return json;
    }

    boolean hasPicture() {
        return picture.length > 0;
    }

    /** PNG bytes, not to be changed; empty if there is none. */
    byte[] picture() {
        return picture;
    }

    private byte[] toBytes() {
        byte[] text = MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + text.length + picture.length)
                .putInt(text.length)
                .put(text)
                .put(picture)
                .array();
    }

    private static Message fromBytes(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("A message claims %d bytes of JSON".formatted(length));
        }
        byte[] text = in.readNBytes(length);
        JsonNode json = MAPPER.readTree(text);
        if (text.length < length || !json.isObject()) {
            throw new IOException("A message breaks off or is no object");
        }
        return new Message(json, in.readAllBytes());
    }

    /** Tells gRPC the length beforehand, so that it needs no second buffer. */
    private static final class Bytes extends ByteArrayInputStream implements KnownLength {
        Bytes(byte[] bytes) {
            super(bytes);
        }
    }
}
