package dev.trunkline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The embedded database on a disk that is full: said aloud, nothing lost, well again by itself when there is room. */
class FullDiskIT {
    private static final int MEGABYTES = 48;

    @Test
    void fullDiskShouldBeSaidAloudAndLoseNothing() throws IOException {
        Installation installation = Site.installation("disk");
        Path data = Files.createDirectories(installation.data().resolve("small"));
        Assumptions.assumeTrue(
                SmallDisk.possible(data), "needs a mount namespace (unshare --mount), as root or in a user namespace");
        SmallDisk disk = new SmallDisk(data, MEGABYTES);
        Map<String, String> settings =
                Map.of("trunkline.data", data.toString(), "trunkline.log.minFree", String.valueOf(8 << 20));
        try (Site site = Site.simulatorsOnly(installation).withGateway(settings, disk.command())) {
            new Blackout(site, "alice", "bob", "3125550164")
                    .talking()
                    .during(() -> disk.fill(site.pid()), () -> disk.free(site.pid()), false);
        }
    }
}
