package dev.trunkline.message;

/** The text is not JSON; the message says where, and what was expected there, but never repeats the text: it may hold secrets. */
class InvalidJsonException extends RuntimeException {
    InvalidJsonException(String message) {
        super(message);
    }
}
