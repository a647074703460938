package dev.trunkline.simulator.finesse.rest;

import dev.trunkline.simulator.finesse.centre.Documents;
import dev.trunkline.simulator.finesse.centre.Rules;
import dev.trunkline.simulator.finesse.wire.Markup;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** What Finesse says of itself (sheet 5.1); the ports are only known once they are open. */
public final class SystemInfo {
    private final Rules rules;
    private final IntSupplier httpsPort;
    private final IntSupplier xmppPort;
    private final IntSupplier xmppSecurePort;
    private final BooleanSupplier inService;

    public SystemInfo(
            Rules rules,
            IntSupplier httpsPort,
            IntSupplier xmppPort,
            IntSupplier xmppSecurePort,
            BooleanSupplier inService) {
        this.rules = rules;
        this.httpsPort = httpsPort;
        this.xmppPort = xmppPort;
        this.xmppSecurePort = xmppSecurePort;
        this.inService = inService;
    }

    public String document(String tag) {
        Markup markup = new Markup()
                .open(tag)
                .text("currentTimestamp", Documents.time(Instant.now()))
                .text("deploymentType", rules.deployment())
                .open("primaryNode")
                .text("host", "localhost");
        if (rules.publishesPorts()) {
            markup.text("httpsPort", httpsPort.getAsInt())
                    .text("xmppPort", xmppPort.getAsInt())
                    .text("xmppSecurePort", xmppSecurePort.getAsInt());
        }
        return markup.close()
                .text("status", inService.getAsBoolean() ? "IN_SERVICE" : "OUT_OF_SERVICE")
                .empty("statusReason")
                .text("systemAuthMode", rules.authMode())
                .text("timezoneOffset", 0)
                .text("uri", "/finesse/api/SystemInfo")
                .text("xmppDomain", rules.xmppDomain())
                .text("xmppPubSubDomain", "pubsub." + rules.xmppDomain())
                .close()
                .toString();
    }
}
