package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.FarEnd;
import java.util.List;
import java.util.Map;

/** What the API does with calls. On the lane. */
public final class Voice {
    private final Room room;
    private final Dialling dialling;
    private final Controls controls;

    Voice(Room room, Dialling dialling, Controls controls) {
        this.room = room;
        this.dialling = dialling;
        this.controls = controls;
    }

    /** How a request to call somebody is answered depends on the number, too. */
    public FarEnd farEnd(String number) {
        return room.staff().inHouse(number.strip()) ? FarEnd.ANSWERS : FarEnd.of(number);
    }

    public void dial(Agent agent, String deviceId, Operation operation) {
        if (!agent.device().id().equals(deviceId)) {
            throw StatusException.notFound("The device '" + deviceId + "'");
        }
        if (!operation.name().equals("Dial")) {
            throw StatusException.invalid("There is no operation '" + operation.name() + "'.");
        }
        dialling.dial(agent, operation);
    }

    public void perform(Agent agent, String callId, Operation operation) {
        controls.perform(agent, callId, operation);
    }

    public List<Map<String, Object>> callsOf(Agent agent) {
        return agent.calls().stream()
                .map(call -> room.publisher().resources().call(call, agent))
                .toList();
    }

    public Map<String, Object> call(Agent agent, String id) {
        return room.publisher().resources().call(room.calls().of(agent, id), agent);
    }

    public Resources resources() {
        return room.publisher().resources();
    }

    public Rules rules() {
        return room.rules();
    }
}
