package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;

/** An agent at work: signed in on XMPP and REST. */
final class Desk implements AutoCloseable {
    private final Rest rest;
    private final Stream stream;
    private final String agent;
    private final String extension;

    private Desk(Simulators simulators, FinesseNode node, String agent, String extension)
            throws IOException, XMLStreamException {
        this.agent = agent;
        this.extension = extension;
        rest = new Rest(simulators, node, Rest.basic(agent, "secret"));
        stream = Stream.secure(simulators, node).signIn(agent, "test").present(0);
    }

    /** Connected at this node, not signed in there yet. */
    static Desk aliceAt(FinesseNode node, Simulators simulators) throws IOException, XMLStreamException {
        return new Desk(simulators, node, "alice", "1001");
    }

    /** Signed in and NOT_READY. */
    static Desk alice(Simulators simulators) throws IOException, XMLStreamException {
        return open(simulators, "alice", "1001");
    }

    static Desk bob(Simulators simulators) throws IOException, XMLStreamException {
        return open(simulators, "bob", "1002");
    }

    static Desk open(Simulators simulators, String agent, String extension) throws IOException, XMLStreamException {
        Desk desk = new Desk(simulators, simulators.finesse().first(), agent, extension);
        desk.logIn();
        desk.until("put NOT_READY");
        return desk;
    }

    HttpResponse<String> logIn() throws IOException {
        return state("<state>LOGIN</state><extension>" + extension + "</extension>");
    }

    Rest rest() {
        return rest;
    }

    Stream stream() {
        return stream;
    }

    HttpResponse<String> state(String content) throws IOException {
        return rest.put("/finesse/api/User/" + agent, "<User>" + content + "</User>");
    }

    HttpResponse<String> dial(String number) throws IOException {
        return rest.post("/finesse/api/User/" + agent + "/Dialogs", makeCall(number, ""));
    }

    String makeCall(String number, String more) {
        return "<Dialog><requestedAction>MAKE_CALL</requestedAction><fromAddress>" + extension
                + "</fromAddress><toAddress>" + number + "</toAddress>" + more + "</Dialog>";
    }

    HttpResponse<String> act(String dialogId, String action, String more) throws IOException {
        return rest.put(
                "/finesse/api/Dialog/" + dialogId,
                "<Dialog><targetMediaAddress>" + extension + "</targetMediaAddress><requestedAction>" + action
                        + "</requestedAction>" + more + "</Dialog>");
    }

    String dialogs() throws IOException {
        return rest.get("/finesse/api/User/" + agent + "/Dialogs").body();
    }

    Update next() {
        return stream.nextUpdate();
    }

    /** What came up to and with the notification of this summary. */
    List<Update> until(String summary) {
        return until(update -> update.summary().equals(summary));
    }

    List<Update> until(Predicate<Update> last) {
        List<Update> updates = new ArrayList<>();
        do {
            updates.add(next());
        } while (!last.test(updates.get(updates.size() - 1)));
        return updates;
    }

    Update untilOne(String summary) {
        List<Update> updates = until(summary);
        return updates.get(updates.size() - 1);
    }

    /** Dials and waits until the other party has answered. */
    String talk(String number) throws IOException {
        dial(number);
        return untilOne("PUT ACTIVE [ACTIVE, ACTIVE]").dialogId();
    }

    /** What has come by now, to the last that was sent. */
    List<Update> arrived() throws IOException {
        return stream.untilPong().stream()
                .filter(stanza -> stanza.name().equals("message"))
                .map(Update::of)
                .toList();
    }

    static List<String> summaries(List<Update> updates) {
        return updates.stream().map(Update::summary).toList();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
