package dev.trunkline.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL server of our own, on a free port of the loopback address, with an empty database and a role that owns it. It can be
 * stopped and started again on the same port with the same data, and frozen: then it still takes connections, and answers nothing.
 *
 * <p>It runs as an operator would run it: a commit is on the disk before it is answered, and the role needs its password. As root it
 * runs in a user namespace of its own ({@code unshare -U}), since PostgreSQL refuses root.
 */
public final class PostgresqlServer implements AutoCloseable {
    /** Kept, since a level is forgotten with its logger: each step of a start is nobody's news. */
    private static final Logger STEPS = Logger.getLogger("io.zonky.test");

    private static final String NAME = "trunkline";
    private static final String ADMINISTRATOR = "postgres";
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
    /** Whom the server believes: its own administrator, for this class; anybody else by password. */
    private static final String RULES =
            "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n";

    private final Path home;
    private final int port;
    private final String password = UUID.randomUUID().toString();
    private EmbeddedPostgres server;
    private ServerProcesses processes;

    static {
        STEPS.setLevel(Level.WARNING);
    }

    private PostgresqlServer(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Makes a server and starts it. @param directory below which its files go; the program itself is unpacked there once */
    public static PostgresqlServer startIn(Path directory) {
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(directory), "data");
            PostgresqlServer made = new PostgresqlServer(home, freePort());
            made.start();
            made.asAdministrator(ADMINISTRATOR, "create role " + NAME + " login password '" + made.password + "'");
            made.asAdministrator(ADMINISTRATOR, "create database " + NAME + " owner " + NAME);
            return made;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** For JDBC, without user and password. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database();
    }

    public int port() {
        return port;
    }

    public String database() {
        return NAME;
    }

    /** The role that owns the database. */
    public String user() {
        return NAME;
    }

    public String password() {
        return password;
    }

    /** What the server itself says. */
    public Path log() {
        return home.resolve("server.log");
    }

    /** Starts it, also again on the same port with the same data. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(log().toFile());
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setOverrideWorkingDirectory(home.getParent().toFile())
                    .setDataDirectory(data())
                    .setDataDirectoryCustomizer(PostgresqlServer::protect)
                    .setCleanDataDirectory(false)
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setPGStartupWait(LONGEST_START)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
            processes = ServerProcesses.on(data());
        } catch (IOException impossible) {
            throw new UncheckedIOException("PostgreSQL does not start; see " + log(), impossible);
        }
    }

    private Path data() {
        return home.resolve("cluster");
    }

    private static void protect(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), RULES);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Stops it as an operator would: connections are cut, what was committed is kept. */
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            thaw();
            server.close();
            processes.awaitEnd(LONGEST_STOP);
        } catch (IOException unstoppable) {
            throw new UncheckedIOException(unstoppable);
        } finally {
            server = null;
        }
    }

    /** From now on it answers nothing; its connections stay. */
    public void freeze() {
        processes.freeze();
    }

    /** It goes on where it was frozen. */
    public void thaw() {
        processes.thaw();
    }

    /** Does in the administrator's name what the product must never need. */
    public void asAdministrator(String database, String statement) {
        try (Connection connection = server.getDatabase(ADMINISTRATOR, database).getConnection();
                Statement asked = connection.createStatement()) {
            asked.execute(statement);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Stops it; the data stays until the build is cleaned. */
    @Override
    public void close() {
        stop();
    }
}
