package dev.trunkline.vendor.gws.wire;

import java.util.List;
import java.util.Optional;

/**
 * The agent, with what was asked for beside him.
 *
 * @param features ids of what he may use; empty if the platform did not say
 * @param calls each as JSON text; empty if the platform did not say
 */
public record User(
        String id,
        String userName,
        String firstName,
        String lastName,
        Optional<List<String>> features,
        Optional<List<Device>> devices,
        Optional<List<String>> calls) {}
