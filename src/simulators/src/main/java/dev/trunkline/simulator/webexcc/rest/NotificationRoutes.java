package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.webexcc.centre.ApiErrorException;
import dev.trunkline.simulator.webexcc.centre.Body;
import dev.trunkline.simulator.webexcc.centre.Limits;
import dev.trunkline.simulator.webexcc.rest.Route.Kind;
import dev.trunkline.simulator.webexcc.stream.Entrance;
import dev.trunkline.simulator.webexcc.stream.Sockets;
import dev.trunkline.simulator.webexcc.stream.Subscription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** Subscribing to one's own events (sheet 5.1). */
final class NotificationRoutes {
    private static final String USUAL_TYPE = "DefaultClient";

    private final Sockets sockets;
    private final IntSupplier port;

    NotificationRoutes(Sockets sockets, IntSupplier port) {
        this.sockets = sockets;
        this.port = port;
    }

    List<Route> all() {
        return List.of(Route.of("POST v1/notification/subscribe", Kind.SUBSCRIBE, this::subscribe));
    }

    private Answer subscribe(Asked asked) {
        Body body = asked.body();
        String type = body.text("clientType", Limits.CLIENT_TYPE);
        boolean several = body.flag("allowMultiLogin", false);
        if (several && type.isBlank()) {
            throw ApiErrorException.missing("clientType");
        }
        Subscription made = sockets.subscribe(
                asked.agent(),
                new Subscription.Wish(
                        body.flag("isKeepAliveEnabled", false),
                        type.isBlank() ? USUAL_TYPE : type,
                        several,
                        body.flag("force", false)));
        String scheme = asked.received().secure() ? "wss://" : "ws://";
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "webSocketUrl",
                scheme + asked.received().host() + ":" + port.getAsInt() + Entrance.PLACE
                        + made.id().replace(" ", "%20"));
        answer.put("subscriptionId", made.id());
        return Answers.ok(answer);
    }
}
