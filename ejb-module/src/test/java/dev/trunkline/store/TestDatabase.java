package dev.trunkline.store;

import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/** An embedded database of its own for one test, with the product's schema. */
public final class TestDatabase implements AutoCloseable {
    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;

    public TestDatabase(String url) {
        pool = JdbcConnectionPool.create(url, "trunkline", "");
        jdbi = Database.prepare(pool);
    }

    /** In memory, gone when it is closed. */
    public static TestDatabase inMemory() {
        return new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE");
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
