package dev.trunkline.vendor.gws.wire;

import java.util.List;

/** A phone. @param deviceState {@code Active} if the switch knows it @param channels empty in older versions */
public record Device(String id, String deviceState, String phoneNumber, List<String> channels, UserState userState) {
    public Device {
        channels = List.copyOf(channels);
    }
}
