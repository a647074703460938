package dev.trunkline.message;

/** What was tolerated and should be mended by the sender (contract 1.4). */
enum Warning {
    LENIENT_JSON,
    UNKNOWN_MEMBER,
    DEPRECATED_TOPIC,
    NUMERIC_DATA,
    DST_SHIFTED
}
