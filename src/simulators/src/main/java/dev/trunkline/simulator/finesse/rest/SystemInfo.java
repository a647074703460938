package dev.trunkline.simulator.finesse.rest;

import dev.trunkline.simulator.finesse.centre.Documents;
import dev.trunkline.simulator.finesse.centre.Rules;
import dev.trunkline.simulator.finesse.wire.Markup;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What one node of Finesse says of itself and of both (sheet 5.1); the ports are only known once they are open. */
public final class SystemInfo {
    private final Rules rules;
    private final String xmppDomain;
    private final BooleanSupplier inService;
    private final Supplier<List<Address>> nodes;

    /** Where a node is; two nodes on one machine have different ports, so each publishes its own. */
    public record Address(String host, int httpsPort, int xmppPort, int xmppSecurePort) {}

    /** The first of the nodes is the primary one. */
    public SystemInfo(Rules rules, String xmppDomain, BooleanSupplier inService, Supplier<List<Address>> nodes) {
        this.rules = rules;
        this.xmppDomain = xmppDomain;
        this.inService = inService;
        this.nodes = nodes;
    }

    public String document(String tag) {
        Markup markup = new Markup()
                .open(tag)
                .text("currentTimestamp", Documents.time(Instant.now()))
                .text("deploymentType", rules.deployment());
        List<Address> both = nodes.get();
        node(markup, "primaryNode", both.get(0));
        both.stream().skip(1).forEach(second -> node(markup, "secondaryNode", second));
        return markup.text("status", inService.getAsBoolean() ? "IN_SERVICE" : "OUT_OF_SERVICE")
                .empty("statusReason")
                .text("systemAuthMode", rules.authMode())
                .text("timezoneOffset", rules.timezoneOffset())
                .text("uri", "/finesse/api/SystemInfo")
                .text("xmppDomain", xmppDomain)
                .text("xmppPubSubDomain", "pubsub." + xmppDomain)
                .close()
                .toString();
    }

    private void node(Markup markup, String tag, Address address) {
        markup.open(tag).text("host", address.host());
        if (rules.publishesPorts()) {
            markup.text("httpsPort", address.httpsPort())
                    .text("xmppPort", address.xmppPort())
                    .text("xmppSecurePort", address.xmppSecurePort());
        }
        markup.close();
    }
}
