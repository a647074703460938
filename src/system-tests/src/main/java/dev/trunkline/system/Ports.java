package dev.trunkline.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Where everything listens, on the loopback address.
 *
 * @param http the gateway
 * @param control control plane of the simulators
 * @param finesse REST of the simulated Finesse
 * @param xmpp its XMPP with STARTTLS
 * @param xmppSecure its XMPP with direct TLS
 * @param genesys the simulated Genesys Cloud
 * @param gws the simulated Genesys Web Services
 * @param five9 where one logs in to the simulated Five9
 * @param five9Atlanta its data centre at which agents begin
 * @param five9SantaClara the one that it may move them to
 * @param webexcc the simulated Webex Contact Center
 */
public record Ports(
        int http,
        int control,
        int finesse,
        int xmpp,
        int xmppSecure,
        int genesys,
        int gws,
        int five9,
        int five9Atlanta,
        int five9SantaClara,
        int webexcc) {
    /** Below those that systems give to connections: none of these may take the port of a server that is only being started again. */
    private static final int FIRST = 20_000;

    private static final int COUNT = 10_000;
    private static final AtomicInteger LAST = new AtomicInteger(new Random().nextInt(COUNT));

    /** The fixed ones that people and tools know. */
    public static Ports demo() {
        return new Ports(8080, 8100, 8101, 8106, 8107, 8102, 8103, 8104, 8114, 8124, 8105);
    }

    /** As many that are free now. */
    public static Ports free() {
        return new Ports(
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort());
    }

    /** At which the simulated platforms are spoken to. */
    public Set<Integer> platforms() {
        return Set.of(finesse, xmpp, xmppSecure, genesys, gws, five9, five9Atlanta, five9SantaClara, webexcc);
    }

    /** Never the same twice. */
    static int freePort() {
        for (int i = 0; i < COUNT; i++) {
            int port = FIRST + Math.floorMod(LAST.incrementAndGet(), COUNT);
            if (!isTaken(port)) {
                return port;
            }
        }
        throw new LaunchException("no free port on the loopback address", null);
    }

    /** Fails with a sentence that says which port is taken and what to do. */
    void mustBeFree() {
        for (int port :
                Stream.concat(Stream.of(http, control), platforms().stream()).toList()) {
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
