package studio.sinopia.document;

import java.util.UUID;

/** Names a layer for as long as it exists, through all versions of its document. */
public record LayerId(String value) {

    public static LayerId random() {
        return new LayerId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
