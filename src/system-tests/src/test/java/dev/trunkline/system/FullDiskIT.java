package dev.trunkline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded database on a disk that is full: said aloud, nothing lost, well again by itself when there is room. */
class FullDiskIT {
    private static final int MEGABYTES = 48;

    /** @param minFree none: it is only found out when a write fails, after which the embedded database closes itself */
    @ParameterizedTest
    @ValueSource(ints = {8 << 20, 0})
    void fullDiskShouldBeSaidAloudAndLoseNothing(int minFree) throws IOException {
        Installation installation = Site.installation("disk");
        Path data = Files.createDirectories(installation.data().resolve("small"));
        Assumptions.assumeTrue(
                SmallDisk.possible(data), "needs a mount namespace (unshare --mount), as root or in a user namespace");
        SmallDisk disk = new SmallDisk(data, MEGABYTES);
        Map<String, String> settings =
                Map.of("trunkline.data", data.toString(), "trunkline.log.minFree", String.valueOf(minFree));
        try (Site site = Site.simulatorsOnly(installation).withGateway(settings, disk.command())) {
            new Blackout(site, "alice", "bob", "3125550164")
                    .talking()
                    .during(() -> disk.fill(site.pid()), () -> disk.free(site.pid()), false);
        }
    }
}
