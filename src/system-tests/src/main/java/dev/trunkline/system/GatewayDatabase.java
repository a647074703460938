package dev.trunkline.system;

import dev.trunkline.postgresql.PostgresqlServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a gateway keeps its log: embedded in its data directory, or on a PostgreSQL server of its own beside it.
 *
 * @param settings what the gateway must be told of it
 * @param server to be stopped, started and frozen; empty if it is embedded
 */
public record GatewayDatabase(Map<String, String> settings, Optional<PostgresqlServer> server)
        implements AutoCloseable {
    public static final String EMBEDDED = "h2";
    public static final String POSTGRESQL = "postgresql";

    /** @param name {@link #EMBEDDED} or {@link #POSTGRESQL} @param root of the source tree */
    public static GatewayDatabase named(String name, Path root) {
        return switch (name) {
            case EMBEDDED -> new GatewayDatabase(Map.of(), Optional.empty());
            case POSTGRESQL -> on(PostgresqlServer.startIn(root.resolve("src/system-tests/target/postgresql")));
            default -> throw new LaunchException("No database " + name + ": " + EMBEDDED + " or " + POSTGRESQL, null);
        };
    }

    /** On a server that runs already, and is closed with this. */
    public static GatewayDatabase on(PostgresqlServer server) {
        return new GatewayDatabase(
                Map.of(
                        "trunkline.datasource.className", "org.postgresql.ds.PGSimpleDataSource",
                        "trunkline.datasource.url", server.url(),
                        "trunkline.datasource.user", server.user(),
                        "trunkline.datasource.password", server.password()),
                Optional.of(server));
    }

    @Override
    public void close() {
        server.ifPresent(PostgresqlServer::close);
    }
}
