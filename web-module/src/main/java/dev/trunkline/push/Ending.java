package dev.trunkline.push;

/** Why we end a connection (contract 5.5). */
enum Ending {
    RESTARTING(1012, "we restart: come back with after"),
    OVERLOADED(1013, "we are overloaded: come back with after"),
    /** RFC 6455, 5.1. */
    UNMASKED(1002, "frames of a client are masked"),
    BINARY(1003, "messages are text"),
    TOO_LARGE(1009, "a message has at most 65536 bytes"),
    UNKNOWN_SUBPROTOCOL(4400, "none of the subprotocols is known here"),
    TOKEN_EXPIRED(4401, "the token expired"),
    TOO_SLOW(4408, "too slow a reader: resume with after"),
    /** No pong came: most likely nobody hears this. */
    SILENT(4408, "no sign of life: resume with after"),
    /** The other side is already gone. */
    LOST(1001, "");

    private final int closeCode;
    private final String sentence;

    Ending(int closeCode, String sentence) {
        this.closeCode = closeCode;
        this.sentence = sentence;
    }

    int closeCode() {
        return closeCode;
    }

    String sentence() {
        return sentence;
    }
}
