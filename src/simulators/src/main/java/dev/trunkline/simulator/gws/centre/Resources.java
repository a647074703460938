package dev.trunkline.simulator.gws.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls and devices as the API and the events show them (sheet 2.3, 5.4). */
public final class Resources {
    private final Shapes shapes;
    private final Rules rules;
    private final Staff staff;
    private final boolean tellsWrapUpTime;
    private final long wrapUpSeconds;

    Resources(Shapes shapes, Rules rules, Staff staff, Timing timing) {
        this.shapes = shapes;
        this.rules = rules;
        this.staff = staff;
        tellsWrapUpTime = rules.tellsWrapUpTime() && !timing.wrapUp().isZero();
        wrapUpSeconds = Math.max(1, timing.wrapUp().toSeconds());
    }

    public String uri(String path) {
        return shapes.uri(path);
    }

    String deviceUri(Agent agent) {
        return shapes.uri(devicePath(agent));
    }

    static String devicePath(Agent agent) {
        return "/devices/" + agent.device().id();
    }

    /** As he has it. */
    Map<String, Object> call(Call call, Agent agent) {
        Party own = call.of(agent).orElseThrow();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", shapes.id(call));
        shown.put("state", call.odd() ? "Queued" : own.state().word());
        shown.put("callUuid", call.uuid());
        shown.put("connId", call.connId());
        shown.put("deviceUri", deviceUri(agent));
        participants(shown, call.others(agent));
        shown.put("dnis", call.number());
        if (shapes.captured() && own.state() != CallState.DIALING) {
            shown.put(
                    "ani",
                    call.type() == CallType.INBOUND
                            ? call.others(agent).get(0).number()
                            : call.placer().number());
        }
        shown.put("callType", call.type().word());
        shown.put("capabilities", capabilities(call, own, agent));
        if (!call.userData().isEmpty()) {
            shown.put("userData", call.userData());
        }
        shown.put("duration", Long.toString(own.duration()));
        shown.put("mute", own.muted() ? "On" : "Off");
        if (shapes.captured() || rules.powers().recording()) {
            shown.put("recordingState", own.recording());
        }
        shown.put("supervisorListeningIn", false);
        shown.put("monitoredUserMuted", false);
        shown.put("monitoring", false);
        shown.put("uri", callUri(call));
        shown.put("path", "/calls/" + shapes.id(call));
        call.parent().ifPresent(parent -> {
            shown.put("parentCallUri", callUri(parent));
            shown.put("parentCallPath", "/calls/" + shapes.id(parent));
        });
        if (shapes.captured()) {
            shown.put("case", List.of());
        }
        return shown;
    }

    private String callUri(Call call) {
        return shapes.uri("/me/calls/" + shapes.id(call));
    }

    private void participants(Map<String, Object> shown, List<Party> others) {
        List<Map<String, Object>> all = others.stream().map(this::participant).toList();
        if (shapes.participants() == Shapes.Participants.OBJECTS) {
            shown.put("participants", all);
            return;
        }
        shown.put("participants", others.stream().map(Party::number).toList());
        shown.put("participantsInfo", all.stream().map(Resources::withoutNumber).toList());
    }

    private Map<String, Object> participant(Party party) {
        return Numbers.participant(party.number(), staff.inHouse(party.number()), shapes.captured());
    }

    private static Map<String, Object> withoutNumber(Map<String, Object> participant) {
        Map<String, Object> less = new LinkedHashMap<>(participant);
        less.remove("phoneNumber");
        return less;
    }

    List<String> capabilities(Call call, Party own, Agent agent) {
        if (own.live()) {
            boolean consulting = Calls.otherOfConsult(agent, call).isPresent();
            return Capabilities.of(own, consulting, rules);
        }
        boolean stillData = rules.dataAfterRelease() && agent.device().working() && agent.lastCall() == call;
        return stillData ? Capabilities.data() : List.of();
    }

    /** What the switch adds to a message about a call. */
    Map<String, Object> extensions(Call call, Party own) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("BusinessCall", call.type().business() ? 1 : 0);
        if (own.state() == CallState.ESTABLISHED && call.type().business() && tellsWrapUpTime) {
            shown.put("WrapUpTime", wrapUpSeconds);
        }
        if (own.state() == CallState.RINGING) {
            shown.put(
                    "OriginationDN",
                    call.others(own.agent().orElseThrow()).get(0).number());
        }
        return shown;
    }

    public Map<String, Object> device(Agent agent) {
        Device device = agent.device();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", device.id());
        shown.put("deviceState", device.active() ? "Active" : "Inactive");
        if (device.active()) {
            shown.put("userState", device.state().shown());
        }
        shown.put("phoneNumber", device.number());
        shown.put("description", "");
        shown.put("e164Number", "");
        shown.put("telephonyNetwork", "Private");
        shown.put("doNotDisturb", "Off");
        shown.put("voiceEnvironmentUri", shapes.uri("/voice-environments/" + Ids.of("voice environment", "main")));
        shown.put("capabilities", List.of("DoNotDisturbOn", "ForwardCallsOn"));
        shown.put("channels", List.of("voice"));
        shown.put("dynamicPhoneNumber", "");
        return shown;
    }
}
