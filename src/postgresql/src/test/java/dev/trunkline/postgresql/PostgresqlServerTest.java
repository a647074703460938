package dev.trunkline.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresqlServerTest {
    private PostgresqlServer server;

    @BeforeEach
    void start() {
        server = PostgresqlServer.startIn(Path.of("target", "postgresql").toAbsolutePath());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatWasCommittedShouldBeThereAfterAStop() throws SQLException {
        ask("create table kept (word text)");
        ask("insert into kept values ('still here')");
        server.stop();
        assertThatThrownBy(() -> ask("select word from kept")).isInstanceOf(SQLException.class);
        server.start();

        assertThat(ask("select word from kept")).isEqualTo("still here");
    }

    @Test
    void frozenServerShouldAnswerNothingUntilItIsThawed() throws SQLException {
        try (Connection held = connect("0")) {
            server.freeze();
            assertThatThrownBy(() -> connect("1")).isInstanceOf(SQLException.class);
            server.thaw();

            assertThat(ask(held, "select 'awake'")).isEqualTo("awake");
        }
        assertThat(ask("select 'for all'")).isEqualTo("for all");
    }

    @Test
    void frozenServerShouldStopAndStart() throws SQLException {
        server.freeze();
        server.stop();
        server.start();

        assertThat(ask("select 'awake'")).isEqualTo("awake");
    }

    @Test
    void commitsShouldBeOnTheDiskBeforeTheyAreAnswered() throws SQLException {
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
    }

    @Test
    void wrongPasswordShouldBeRefused() {
        assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    private Connection connect(String timeoutSeconds) throws SQLException {
        Properties how = new Properties();
        how.put("user", server.user());
        how.put("password", server.password());
        how.put("loginTimeout", timeoutSeconds);
        return DriverManager.getConnection(server.url(), how);
    }

    private String ask(String statement) throws SQLException {
        try (Connection connection = connect("0")) {
            return ask(connection, statement);
        }
    }

    /** The first value of the answer, if there is one. */
    private static String ask(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(text)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
