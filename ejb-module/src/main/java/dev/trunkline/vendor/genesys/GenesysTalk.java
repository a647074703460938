package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Message;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.genesys.GenesysCall.Me;
import dev.trunkline.vendor.genesys.GenesysSettings.DigitsTo;
import dev.trunkline.vendor.genesys.GenesysSettings.ThreeWay;
import dev.trunkline.vendor.genesys.wire.Leg;
import dev.trunkline.vendor.genesys.wire.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is done with a call: transfers on the own leg, consults on the far one (sheet 10, 6). An answer says only that it was taken, so what
 * no state of the call shows is recognised by the legs ({@link GenesysSeat#wishes}).
 */
record GenesysTalk(GenesysClient client, AgentSession agent, GenesysSeat seat, Order order) {
    private static final String DESTINATION = "DESTINATION";

    GenesysCall call() {
        return seat.call(order.callId()).orElseGet(this::asked);
    }

    private GenesysCall asked() {
        Me me = seat.agent().map(GenesysAgent::me).orElseGet(this::me);
        return client.call(agent, order.callId())
                .map(found -> new GenesysCall(agent, me, found, seat.dials().of(found.id())))
                .orElseThrow(() -> new VendorException(Code.CALL_NOT_FOUND, "Genesys Cloud no longer has the call"));
    }

    private Me me() {
        User user = client.me(agent);
        return new Me(user.id(), user.name(), user.username());
    }

    Leg own() {
        return call().own().orElseThrow(() -> new VendorException(Code.CALL_NOT_FOUND, "the agent is not on it"));
    }

    Leg far() {
        return call().far().orElseThrow(() -> new VendorException(Code.INVALID_STATE, "nobody else is on it"));
    }

    // ---- the own leg

    void state(String state) {
        update(GenesysBody.of("state", state));
    }

    /** That it is over already is what was wanted (sheet 4). */
    void hangUp() {
        try {
            state("disconnected");
        } catch (VendorException over) {
            if (!GenesysErrorMapper.says(over, "conversation.error.call.disconnected")) {
                throw over;
            }
            seat.follow().reread();
        }
    }

    void hold(boolean held) {
        update(GenesysBody.of("held", held));
    }

    void mute(boolean muted) {
        wish(
                call -> call.own().filter(leg -> leg.call().muted() == muted).isPresent(),
                () -> update(GenesysBody.of("muted", muted)));
    }

    private void update(String body) {
        client.update(agent, order.callId(), own().id(), body);
    }

    /** To whom digits are sent no primary source says: if the one leg is refused, it is the other. */
    void digits() {
        boolean own = client.settings().digitsTo() == DigitsTo.OWN;
        String digits = order.text("digits").orElse("");
        try {
            client.sendDigits(agent, order.callId(), own ? own().id() : far().id(), digits);
        } catch (VendorException refused) {
            boolean wrongLeg = refused.refusal().platform().get("httpStatus") instanceof Integer status
                    && (status == 400 || status == 404);
            if (!wrongLeg) {
                throw refused;
            }
            client.sendDigits(agent, order.callId(), own ? far().id() : own().id(), digits);
        }
    }

    // ---- others

    void directTransfer() {
        String to = order.text("toAddress").orElse("");
        String own = own().id();
        switch (type()) {
            case "agent" -> client.transfer(agent, order.callId(), own, "replace/agent", GenesysBody.of(user(to), to));
            case "queue" -> client.transfer(agent, order.callId(), own, "replace/queue", GenesysBody.of("queueId", to));
            case "number" -> {
                Map<String, String> body = new LinkedHashMap<>();
                body.put("address", to);
                body.put("transferType", "Unattended");
                client.transfer(agent, order.callId(), own, "transfer", GenesysBody.of(body));
            }
            default -> throw unknownType();
        }
    }

    void consult() {
        String to = order.text("toAddress").orElse("");
        Map<String, String> body = new LinkedHashMap<>();
        body.put("speakTo", DESTINATION);
        String kind =
                switch (type()) {
                    case "agent" -> {
                        if (!user(to).equals("userId")) {
                            throw new VendorException(
                                    Code.INVALID_DATA,
                                    "toAddress: Genesys Cloud knows a consulted agent by the id of his user");
                        }
                        body.put("userId", to);
                        yield "consult/agent";
                    }
                    case "queue" -> {
                        body.put("queueId", to);
                        yield "consult/queue";
                    }
                    case "number" -> {
                        body.put("address", to);
                        yield "voice/consult";
                    }
                    default -> throw unknownType();
                };
        String far = far().id();
        wish(call -> call.consulted().isPresent(), () -> {
            String third = client.consult(agent, order.callId(), far, kind, GenesysBody.of(body));
            if (!third.isEmpty()) {
                seat.dials().asked(order.callId(), third, to);
            }
        });
    }

    private String type() {
        return order.text("destinationType").orElse("number");
    }

    private static String user(String to) {
        return to.matches("[0-9a-fA-F-]{36}") ? "userId" : "userName";
    }

    private static VendorException unknownType() {
        return new VendorException(Code.INVALID_DATA, "destinationType: Genesys Cloud has number, agent and queue");
    }

    /** From the one to the other; both ways it shows by who is kept from hearing. */
    void swap() {
        Leg far = far();
        boolean withThird = far.call().confined();
        wish(
                call -> call.far()
                        .filter(leg -> leg.call().confined() != withThird)
                        .isPresent(),
                () -> client.speakTo(agent, order.callId(), far.id(), withThird ? "OBJECT" : DESTINATION));
    }

    void conference() {
        ThreeWay word = client.settings().conference();
        client.speakTo(agent, order.callId(), far().id(), word.name());
    }

    void dropConsult() {
        client.cancelConsult(agent, order.callId(), far().id());
    }

    void dropParticipant() {
        String address = order.text("participantAddress").orElse("");
        GenesysCall call = call();
        Leg party = call.parties().stream()
                .filter(leg -> call.numbers().names(leg).contains(address))
                .findFirst()
                .orElseThrow(() -> new VendorException(Code.INVALID_DATA, "participantAddress: nobody of that name"));
        client.update(agent, order.callId(), party.id(), GenesysBody.of("state", "disconnected"));
    }

    // ---- data

    /** Whether keys that are not named stay is not confirmed: those that stand are sent again (sheet 4). */
    void data() {
        Map<String, String> variables = order.text("key")
                .map(key -> Map.of(key, order.text("value").orElse("")))
                .orElseGet(() -> Message.variables(order.data()));
        if (variables.isEmpty()) {
            return;
        }
        Leg leg = call().far().orElseGet(this::own);
        Map<String, String> all = new LinkedHashMap<>(leg.attributes());
        all.putAll(variables);
        client.setAttributes(agent, order.callId(), leg.id(), all);
    }

    private void wish(Predicate<GenesysCall> seen, Runnable deed) {
        Predicate<GenesysCall> here = call -> call.id().equals(order.callId()) && seen.test(call);
        seat.wishes().during(order.commandId(), here, deed);
    }
}
