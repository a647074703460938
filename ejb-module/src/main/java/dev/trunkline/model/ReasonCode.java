package dev.trunkline.model;

/**
 * One Not Ready, log-out or wrap-up reason (contract 6.2).
 *
 * @param uri the platform's name of it; its last segment is what a client gives
 * @param label shown to the agent
 * @param forAll whether every agent has it
 */
public record ReasonCode(String uri, String label, boolean forAll) {
    /** Last segment of {@link #uri}. */
    public String id() {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
