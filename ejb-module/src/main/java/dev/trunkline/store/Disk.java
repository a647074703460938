package dev.trunkline.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The disk of the embedded database: what is left of it is for the calls that go on, so that new ones are refused before it is full. */
@ApplicationScoped
public class Disk {
    private static final String EMBEDDED = "jdbc:h2:file:";
    private static final long MEGABYTE = 1 << 20;

    @Inject
    @ConfigProperty(name = "trunkline.datasource.url")
    String url;

    @Inject
    @ConfigProperty(name = "trunkline.data")
    String data;

    @Inject
    @ConfigProperty(name = "trunkline.log.minFree")
    long minFree;

    /** In words, if there is too little left. */
    public Optional<String> shortage() {
        if (!url.startsWith(EMBEDDED)) {
            return Optional.empty();
        }
        long free = new File(data).getUsableSpace();
        return free < minFree
                ? Optional.of("the disk of trunkline.data is full but for " + free / MEGABYTE + " MB")
                : Optional.empty();
    }
}
