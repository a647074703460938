package dev.trunkline.api;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a message, never more of them than a message may have (contract 1.1). */
final class RequestBody {
    static final int MOST_BYTES = 65_536;

    private RequestBody() {}

    /** @param announced Content-Length, or -1 */
    static byte[] read(InputStream body, long announced) throws IOException {
        if (announced > MOST_BYTES) {
            throw tooLarge();
        }
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        return bytes;
    }

    private static RefusedException tooLarge() {
        return new RefusedException(Code.PAYLOAD_TOO_LARGE, "a message has at most " + MOST_BYTES + " bytes");
    }
}
