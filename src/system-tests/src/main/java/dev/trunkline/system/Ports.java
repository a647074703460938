package dev.trunkline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything listens, on the loopback address.
 *
 * @param http the gateway
 * @param control control plane of the simulators
 * @param finesse REST of the simulated Finesse
 * @param xmpp its XMPP with STARTTLS
 * @param xmppSecure its XMPP with direct TLS
 * @param genesys the simulated Genesys Cloud
 */
public record Ports(int http, int control, int finesse, int xmpp, int xmppSecure, int genesys) {
    /** The fixed ones that people and tools know. */
    public static Ports demo() {
        return new Ports(8080, 8100, 8101, 8106, 8107, 8102);
    }

    /** Six that are free now. */
    public static Ports free() {
        int[] free = freePorts(6);
        return new Ports(free[0], free[1], free[2], free[3], free[4], free[5]);
    }

    /** Taken all at once, so that they differ. */
    static int[] freePorts(int count) {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                taken.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return taken.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        } catch (IOException none) {
            throw new LaunchException("no free port on the loopback address", none);
        } finally {
            taken.forEach(Ports::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException stillTaken) {
            throw new UncheckedIOException(stillTaken);
        }
    }

    static int freePort() {
        return freePorts(1)[0];
    }

    /** Fails with a sentence that says which port is taken and what to do. */
    void mustBeFree() {
        for (int port : new int[] {http, control, finesse, xmpp, xmppSecure, genesys}) {
            if (isTaken(port)) {
                throw new LaunchException(
                        "Port " + port
                                + " is taken. End the program that listens there (it may be another demo), then try again.",
                        null);
            }
        }
    }

    static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
