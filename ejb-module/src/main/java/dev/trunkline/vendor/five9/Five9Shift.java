package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.Five9Settings.Mode;

/** The agent's session, begun and ended (sheet 2.3, 2.4, 2.6); his log-in, by which he is seen, is another thing. */
record Five9Shift(Five9Client client, AgentSession agent, Five9Seat seat) {
    /** Who is at work already, with a phone, is only asked for his password: he may have come with another one. */
    void begin(Order order) {
        boolean phone = seat.agent().filter(now -> !now.extension().isEmpty()).isPresent();
        if (seat.atWork() && phone) {
            client.verify(agent);
        } else if (client.settings().mode() == Mode.ATTACH) {
            throw new VendorException(
                    Code.INVALID_STATE, "AGENT_SESSION_STATE: the agent is not signed in at his Five9 desktop");
        } else {
            boolean force = Boolean.FALSE.equals(order.data().get("attach"));
            Five9SignOn.begin(client, agent, force);
            if (!agent.extension().isEmpty()
                    && Five9Reading.extension(client, agent).isEmpty()) {
                client.restartStation(agent); // event 42 (sheet 2.4)
            }
        }
        seat.begun();
        seat.follow().begun();
    }

    /** In which request it goes no source says, so that it is one is all that is asked (sheet 2.6). */
    private void reason(String wanted) {
        boolean known = wanted.isBlank()
                || client.logOutReasons(agent).stream()
                        .anyMatch(one -> one.id().equals(wanted) || one.name().equalsIgnoreCase(wanted));
        if (!known) {
            throw VendorException.noSuchReason("reasonCodeId: no such reason in Five9");
        }
    }

    /** The event stream first: its session ends with it. One that is not ours is only left. */
    void end(Order order) {
        reason(order.text("reasonCodeId").orElse(""));
        seat.resumed();
        seat.follow().leaving();
        try {
            if (client.settings().mode() == Mode.OWN) {
                client.stopSession(agent);
                client.logOut(agent);
                client.endLogIn(agent);
            }
        } catch (VendorException refused) {
            seat.follow().stays();
            throw refused;
        }
        seat.follow().left(order.commandId());
    }
}
