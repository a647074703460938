package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.gws.wire.Device;
import dev.trunkline.vendor.gws.wire.User;
import dev.trunkline.vendor.gws.wire.UserState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An agent as he stands. @param devices all of his @param changedAt since when, ISO 8601, or {@code ""} */
record GwsAgent(User user, List<Device> devices, Device device, String changedAt) {
    static final Device NO_DEVICE = new Device("", "", "", List.of(), new UserState("", "", "", "", ""));
    private static final String VOICE = "voice";

    static GwsAgent of(AgentSession agent, User user, List<Device> devices) {
        return new GwsAgent(user, devices, chosen(agent, devices).orElse(NO_DEVICE), "");
    }

    /** What was told of some of his devices. */
    GwsAgent with(AgentSession agent, List<Device> told, String time) {
        List<Device> all = new ArrayList<>(devices);
        told.forEach(news -> {
            all.removeIf(known -> known.id().equals(news.id()));
            all.add(news);
        });
        Device now = all.stream()
                .filter(one -> one.id().equals(device.id()))
                .findFirst()
                .or(() -> chosen(agent, all))
                .orElse(NO_DEVICE);
        boolean same = now.userState().equals(device.userState());
        return new GwsAgent(user, List.copyOf(all), now, same ? changedAt : time);
    }

    /** The one that is named; else one that the switch knows, at which he is logged in (sheet 3.1). */
    private static Optional<Device> chosen(AgentSession agent, List<Device> devices) {
        return named(devices, agent.device())
                .or(() -> named(devices, agent.extension()))
                .or(() -> devices.stream()
                        .filter(device ->
                                device.channels().isEmpty() || device.channels().contains(VOICE))
                        .min(Comparator.comparingInt(GwsAgent::rank)));
    }

    private static int rank(Device device) {
        return active(device) ? loggedOut(device) ? 1 : 0 : 2;
    }

    /** By its number or its id. */
    static Optional<Device> named(List<Device> devices, String name) {
        return devices.stream()
                .filter(device -> !name.isEmpty()
                        && (device.phoneNumber().equals(name) || device.id().equals(name)))
                .findFirst();
    }

    static boolean active(Device device) {
        return device.deviceState().equals("Active");
    }

    static boolean loggedOut(Device device) {
        String state = device.userState().state();
        return state.equals("LoggedOut") || state.equals("Logout");
    }

    boolean ready() {
        return device.userState().state().equals("Ready");
    }

    /** At work on a call that is over. */
    boolean working() {
        return device.userState().workMode().equals("AfterCallWork");
    }
}
