package dev.trunkline.vendor.webexcc.wire;

/** Where the platform will tell, good for one connection (sheet 5.1). The address is a credential. */
public record Subscription(String webSocketUrl) {
    @Override
    public String toString() {
        return "a subscription";
    }
}
