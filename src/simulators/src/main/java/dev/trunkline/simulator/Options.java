package dev.trunkline.simulator;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What whoever starts the simulators may choose. Names of settings are {@code <platform>.<name>}, for example {@code finesse.wrapUp}; each
 * platform's settings record lists its own.
 */
public record Options(
        boolean anyPorts,
        int portOffset,
        int agents,
        Optional<Path> certificateFile,
        Optional<Identity> identity,
        Map<String, String> settings) {

    public Options {
        settings = Map.copyOf(settings);
    }

    /** The ports of the demo, 8100 and up. */
    public static Options demo() {
        return new Options(false, 0, 0, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Every port is a free one, so that many can run in one JVM. */
    public static Options onAnyPorts() {
        return new Options(true, 0, 0, Optional.empty(), Optional.empty(), Map.of());
    }

    public Options with(String name, Object value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, String.valueOf(value));
        return new Options(anyPorts, portOffset, agents, certificateFile, identity, more);
    }

    /** So many numbered agents beside the people of the demo. */
    public Options withAgents(int count) {
        return new Options(anyPorts, portOffset, count, certificateFile, identity, settings);
    }

    /** Moves all usual ports, so that two demos can run on one machine. */
    public Options withPortOffset(int offset) {
        return new Options(anyPorts, offset, agents, certificateFile, identity, settings);
    }

    /** Where to write the certificate that a client has to trust, as PEM. */
    public Options withCertificateFile(Path file) {
        return new Options(anyPorts, portOffset, agents, Optional.of(file), identity, settings);
    }

    /** The certificate of earlier simulators, so that a client that trusts it also trusts these. */
    public Options withIdentity(Identity known) {
        return new Options(anyPorts, portOffset, agents, certificateFile, Optional.of(known), settings);
    }

    public Settings settingsOf(String owner) {
        return new Settings(owner, settings);
    }

    /** The port to open: as set, else any free one, else the usual one moved by the offset. */
    public int port(Settings owner, String name, int usual) {
        return owner.number(name, anyPorts ? 0 : usual + portOffset);
    }
}
