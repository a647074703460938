package dev.trunkline.simulator.finesse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.util.List;
import java.util.stream.Stream;

/** What tests ask of the dialer, over the control plane. */
final class Dialled {
    private final Control control;

    Dialled(Simulators simulators) {
        control = new Control(simulators);
    }

    /** The id under which the offer is in the books. */
    String offer(String number, String mode) {
        return offer("\"number\":\"" + number + "\",\"mode\":\"" + mode + "\"");
    }

    String offer(String members) {
        Control.Reply reply = control.post("/platforms/finesse/offers", "{\"agent\":\"alice\"," + members + "}");
        if (reply.status() != 202) {
            throw new AssertionError(reply.toString());
        }
        return reply.json().get("offerId").asText();
    }

    int withdraw(String id) {
        return control.post("/platforms/finesse/offers/" + id + "/withdraw", "").status();
    }

    /** A member of the last offer in the books. */
    String offered(String member) {
        return last("offers").get(member).asText();
    }

    /** A member of the last callback in the books. */
    String callback(String member) {
        return last("callbacks").get(member).asText();
    }

    int callbacks() {
        return control.get("/platforms/finesse/callbacks").json().size();
    }

    private JsonNode last(String books) {
        JsonNode all = control.get("/platforms/finesse/" + books).json();
        return all.get(all.size() - 1);
    }

    int farEnd(String callId, String action) {
        return control.post("/platforms/finesse/calls/" + callId + "/far-end", "{\"action\":\"" + action + "\"}")
                .status();
    }

    void inject(String fault) {
        control.post("/platforms/finesse/faults", fault);
    }

    /** Of UPDATE_SCHEDULED_CALLBACK and its kin: pairs of name and value. */
    static String parameters(String... pairs) {
        List<String> words = List.of(pairs);
        String all = Stream.iterate(0, at -> at < words.size(), at -> at + 2)
                .map(at -> "<ActionParam><name>" + words.get(at) + "</name><value>" + words.get(at + 1)
                        + "</value></ActionParam>")
                .reduce("", String::concat);
        return "<actionParams>" + all + "</actionParams>";
    }

    /** Signed in and ready for work. */
    static Desk readyAlice(Simulators simulators) throws Exception {
        Desk alice = Desk.alice(simulators);
        alice.state("<state>READY</state>");
        alice.until("put READY");
        return alice;
    }
}
