package dev.trunkline.benchmark;

/**
 * One dial, times in microseconds since 1970.
 *
 * @param number that nobody else dials
 * @param begun before the request
 * @param answered once its answer had come
 * @param told once the first event of the call had come too
 */
record Dial(String number, long begun, long answered, long told) {
    long untilAnswered() {
        return answered - begun;
    }

    long untilTold() {
        return told - begun;
    }
}
