package dev.trunkline.message;

/**
 * What an operator may set about reading messages.
 *
 * @param lenientJson {@code trunkline.contract.lenientJson}: read with the five tolerances what strict JSON refuses
 * @param allowUri {@code trunkline.dial.allowUri}: let letters and URIs be dialled
 */
record MessageSettings(boolean lenientJson, boolean allowUri) {
    static final String LENIENT_JSON = "trunkline.contract.lenientJson";
    static final String ALLOW_URI = "trunkline.dial.allowUri";
    static final MessageSettings DEFAULTS = new MessageSettings(true, false);
}
