package dev.trunkline.push;

/**
 * One message on its way out.
 *
 * @param seq its number, 0 if it has none
 * @param text empty for a sign of life
 */
record Outgoing(long seq, String text) {
    static final Outgoing SIGN_OF_LIFE = new Outgoing(0, "");

    static Outgoing unnumbered(String text) {
        return new Outgoing(0, text);
    }
}
