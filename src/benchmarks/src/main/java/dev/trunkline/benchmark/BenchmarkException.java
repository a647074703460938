package dev.trunkline.benchmark;

/** Something could not be measured; the message says what went wrong. */
class BenchmarkException extends RuntimeException {
    BenchmarkException(String message) {
        super(message);
    }

    BenchmarkException(String message, Throwable cause) {
        super(message, cause);
    }
}
