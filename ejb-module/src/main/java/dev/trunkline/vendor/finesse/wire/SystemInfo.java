package dev.trunkline.vendor.finesse.wire;

import java.util.List;

/**
 * What a Finesse server says of itself.
 *
 * @param timezoneOffset the server's minutes from GMT, or empty
 * @param nodes primary, then secondary if there is one
 */
public record SystemInfo(
        String deploymentType,
        String status,
        String systemAuthMode,
        String xmppDomain,
        String xmppPubSubDomain,
        String timezoneOffset,
        List<Node> nodes) {
    public SystemInfo {
        nodes = List.copyOf(nodes);
    }
}
