package dev.trunkline.store;

import dev.trunkline.postgresql.PostgresqlServer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** An empty database for one test, with the product's schema. */
public final class TestDatabase implements AutoCloseable {
    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;

    private TestDatabase(JdbcConnectionPool pool) {
        this.pool = pool;
        jdbi = Database.prepare(pool);
    }

    /** The databases that the product runs on. */
    public enum Kind {
        H2 {
            /** In memory, gone when it is closed. */
            @Override
            public TestDatabase open() {
                return h2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE");
            }
        },
        POSTGRESQL {
            /** A schema of its own on the server that all tests share. */
            @Override
            public TestDatabase open() {
                PostgresqlServer server = Server.SHARED;
                String schema = "test_" + UUID.randomUUID().toString().replace("-", "");
                server.asAdministrator(
                        server.database(), "create schema " + schema + " authorization " + server.user());
                PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
                source.setUrl(server.url() + "?currentSchema=" + schema);
                source.setUser(server.user());
                source.setPassword(server.password());
                return new TestDatabase(JdbcConnectionPool.create(source));
            }
        };

        public abstract TestDatabase open();
    }

    /** Started by the first test that wants it, ended with the last. */
    private static final class Server {
        static final PostgresqlServer SHARED =
                PostgresqlServer.startIn(Path.of("target", "postgresql").toAbsolutePath());
    }

    static TestDatabase h2(String url) {
        return new TestDatabase(JdbcConnectionPool.create(url, "trunkline", ""));
    }

    public static TestDatabase inMemory() {
        return Kind.H2.open();
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** The same database, and the test hears of every statement before it runs. */
    public Jdbi beforeEach(Consumer<String> statement) {
        return Database.prepare(pool).setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statement.accept(context.getRenderedSql());
            }
        });
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
