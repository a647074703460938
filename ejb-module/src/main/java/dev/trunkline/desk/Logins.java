package dev.trunkline.desk;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Credential;
import dev.trunkline.port.Vendors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which platform login belongs to which agent (contract 14.2): table {@code agent_login}, filled from a file at start. */
@ApplicationScoped
public class Logins {
    private static final Logger LOG = Logger.getLogger(Logins.class.getName());
    private static final List<String> HEADER =
            List.of("tenant", "agent", "channel", "username", "extension", "device", "secret_ref");

    @Inject
    Jdbi jdbi;

    @Inject
    Vendors vendors;

    /** The file {@code agents.csv}; none: every Login brings all it needs. */
    @Inject
    @ConfigProperty(name = "trunkline.agents.file")
    Optional<String> file;

    /** The directory with one file for each secret. */
    @Inject
    @ConfigProperty(name = "trunkline.secrets.dir")
    Optional<String> secrets;

    /** A row. @param secretRef a file of the secrets directory, or {@code ""} */
    public record Login(
            AgentKey key, String channel, String username, String extension, String device, String secretRef) {}

    /** Replaces the table by what the file says. A file that cannot be read stops the start: agents could not sign in. */
    void load() {
        if (file.isEmpty()) {
            return;
        }
        List<Login> rows = read(Path.of(file.get()));
        jdbi.useTransaction(handle -> {
            handle.execute("delete from agent_login");
            rows.forEach(row -> insert(handle, row));
        });
        LOG.log(Level.INFO, "{0} platform logins read from {1}", new Object[] {rows.size(), file.get()});
    }

    private void insert(Handle handle, Login row) {
        String vendor = vendors.find(row.channel)
                .orElseThrow(() -> new IllegalStateException(file.get() + ": unknown channel " + row.channel))
                .vendor();
        handle.execute(
                "insert into agent_login (tenant, agent, vendor, channel, username, extension, device, secret_ref) values (?, ?, ?,"
                        + " ?, ?, ?, ?, ?)",
                row.key.tenant(),
                row.key.agent(),
                vendor,
                row.channel,
                row.username,
                row.extension,
                row.device,
                row.secretRef);
    }

    static List<Login> read(Path path) {
        try {
            List<String> lines = Files.readAllLines(path).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            if (lines.isEmpty() || !List.of(lines.get(0).split(",", -1)).equals(HEADER)) {
                throw new IllegalStateException(path + " must begin with the line " + String.join(",", HEADER));
            }
            List<Login> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                if (cells.length != HEADER.size()) {
                    throw new IllegalStateException(
                            path + ": not " + HEADER.size() + " cells in the line of " + cells[1]);
                }
                rows.add(new Login(new AgentKey(cells[0], cells[1]), cells[2], cells[3], cells[4], cells[5], cells[6]));
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("trunkline.agents.file cannot be read: " + path, unreadable);
        }
    }

    public Optional<Login> find(AgentKey key, String vendor) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from agent_login where tenant = ? and agent = ? and vendor = ?")
                        .bind(0, key.tenant())
                        .bind(1, key.agent())
                        .bind(2, vendor)
                        .map((row, context) -> new Login(
                                key,
                                row.getString("channel"),
                                row.getString("username"),
                                row.getString("extension"),
                                row.getString("device"),
                                row.getString("secret_ref")))
                        .findOne());
    }

    /** The configured secret of a login, read when it is needed: it may have been changed. */
    public Optional<Credential> credential(Login login) {
        if (login.secretRef.isEmpty() || secrets.isEmpty()) {
            return Optional.empty();
        }
        Path path = Path.of(secrets.get()).resolve(Path.of(login.secretRef).getFileName());
        try {
            return Optional.of(new Credential(Files.readString(path).strip()));
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "Secret {0} of agent {1} cannot be read: {2}", new Object[] {
                login.secretRef, login.key, unreadable.getClass().getSimpleName()
            });
            return Optional.empty();
        }
    }
}
