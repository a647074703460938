package dev.trunkline.identity;

/**
 * A token made by the embedded identity.
 *
 * @param text the signed token: a secret, never logged
 * @param expiresIn seconds
 */
public record IssuedToken(String text, long expiresIn) {
    @Override
    public String toString() {
        return "a token for " + expiresIn + " s";
    }
}
