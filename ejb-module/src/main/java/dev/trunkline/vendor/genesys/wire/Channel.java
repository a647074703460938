package dev.trunkline.vendor.genesys.wire;

/** A notification channel. @param connectUri is the credential: it never stands in a log */
public record Channel(String id, String connectUri, String expires) {
    @Override
    public String toString() {
        return "channel until " + expires;
    }
}
