package dev.trunkline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the embedded database, as one process after the other finds and leaves it. */
class EmbeddedDatabaseTest {
    private static final int ROWS = 7;
    private static final int KILLED_AFTER = 400;
    private static final int STOPPED_AFTER = 60;

    @TempDir
    Path processes;

    /**
     * H2 2.2.224 repairs the file that a killed process left, and soon writes over what it no longer needs of it; but the file's own
     * table still names that when H2 marks it as closed in good order, and then it refuses to open it.
     */
    @Test
    void fileShouldOpenAfterAKillAndAnOrderlyStopSoonAfterIt() throws Exception {
        Path killed = Files.createDirectory(processes.resolve("killed"));
        Path stopped = Files.createDirectory(processes.resolve("stopped"));
        Path last = Files.createDirectory(processes.resolve("last"));
        try (Connection connection = open(killed)) {
            write(connection, KILLED_AFTER);
            leave(killed, stopped);
        }
        try (Connection connection = open(stopped)) {
            write(connection, STOPPED_AFTER);
        }
        leave(stopped, last);
        try (Connection connection = open(last)) {
            assertThat(sum(connection)).isEqualTo(KILLED_AFTER + STOPPED_AFTER);
        }
    }

    private static Connection open(Path data) throws IOException, SQLException {
        Properties defaults = new Properties();
        try (InputStream file = Database.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        }
        String url = defaults.getProperty("trunkline.datasource.url").replace("${trunkline.data}", data.toString());
        return DriverManager.getConnection(url, "trunkline", "");
    }

    /** What is in the file in this moment is what the next process finds. */
    private static void leave(Path data, Path next) throws IOException {
        Files.copy(data.resolve("trunkline.mv.db"), next.resolve("trunkline.mv.db"));
    }

    /** Few rows, changed again and again, one commit each. */
    private static void write(Connection connection, int commits) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists counter (id int primary key, times int, padding varchar)");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement("merge into counter key (id) values (?,"
                + " coalesce((select times from counter where id = ?), 0) + 1, ?)")) {
            for (int commit = 0; commit < commits; commit++) {
                row.setInt(1, commit % ROWS);
                row.setInt(2, commit % ROWS);
                row.setString(3, ("x" + commit).repeat(500));
                row.executeUpdate();
                connection.commit();
            }
        }
    }

    private static int sum(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("select sum(times) from counter")) {
            sum.next();
            return sum.getInt(1);
        }
    }
}
