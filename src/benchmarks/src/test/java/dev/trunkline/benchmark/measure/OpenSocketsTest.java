package dev.trunkline.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class OpenSocketsTest {
    private static final int PLATFORM = 8103;
    private static final String TITLES =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
    private static final String TO_PLATFORM =
            "   0: 0100007F:D2F0 0100007F:1FA7 01 00000000:00000000 02:00000C31 00000000     0        0 4711 2 0 20 4 30 10 -1";
    private static final String TO_PLATFORM_TOO =
            "  12: 0000000000000000FFFF00000100007F:D2F2 0000000000000000FFFF00000100007F:1FA7 01 "
                    + "00000000:00000000 00:00000000 00000000  1000        0 4712 1 0 20 4 30 10 -1";
    private static final String FROM_CLIENT =
            "   3: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 4713 1 0 20 4 30 10 -1";
    private static final String OF_ANOTHER_PROCESS =
            "   4: 0100007F:D2F4 0100007F:1FA7 01 00000000:00000000 00:00000000 00000000     0        0 9999 1 0 20 4 30 10 -1";

    @Test
    void onlyTheProcessesOwnSocketsShouldCount() {
        OpenSockets sockets = OpenSockets.of(
                List.of("/dev/null", "socket:[4711]", "socket:[4712]", "socket:[4713]", "pipe:[4711]", "socket:[5]"),
                List.of(TITLES, TO_PLATFORM, FROM_CLIENT, OF_ANOTHER_PROCESS, TITLES, TO_PLATFORM_TOO));
        assertThat(sockets.count()).isEqualTo(4);
        assertThat(sockets.to(Set.of(PLATFORM))).isEqualTo(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void connectionOfOursShouldBeFoundByItsFarEnd() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket connected = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            OpenSockets sockets = OpenSockets.of(ProcessHandle.current().pid());
            assertThat(sockets.to(Set.of(server.getLocalPort()))).isEqualTo(1);
            assertThat(sockets.farPorts()).contains(connected.getPort(), 0);
        }
    }
}
