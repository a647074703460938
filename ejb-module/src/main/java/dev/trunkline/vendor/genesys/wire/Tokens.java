package dev.trunkline.vendor.genesys.wire;

/** What the token endpoint gave. @param refresh empty if there is none */
public record Tokens(String access, String refresh, long expiresIn) {
    @Override
    public String toString() {
        return "tokens for " + expiresIn + " s";
    }
}
