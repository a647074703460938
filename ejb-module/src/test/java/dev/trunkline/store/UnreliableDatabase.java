package dev.trunkline.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;

/** A real database behind connections that a test can break. */
public final class UnreliableDatabase implements AutoCloseable {
    private final TestDatabase database;
    private final Jdbi jdbi;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile CountDownLatch mended = new CountDownLatch(0);

    /** What is wrong with it. */
    public enum Trouble {
        NONE,
        /** There is no connection to be had. */
        AWAY,
        /** Nothing is committed before it is mended. */
        STUCK,
        /** The connection dies at the next commit, which does not take place. */
        LOSES_A_COMMIT,
        /** The connection dies at the next commit, which takes place all the same. */
        HIDES_A_COMMIT
    }

    public UnreliableDatabase(TestDatabase.Kind kind) {
        database = kind.open();
        jdbi = Jdbi.create(this::connection).registerArgument(new TextArgument());
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** The same database by connections that do not break. */
    public Jdbi itself() {
        return database.jdbi();
    }

    public void suffer(Trouble from) {
        mended = new CountDownLatch(1);
        trouble = from;
    }

    public void mend() {
        trouble = Trouble.NONE;
        mended.countDown();
    }

    private Connection connection() throws SQLException {
        if (trouble == Trouble.AWAY) {
            throw dead();
        }
        Connection real = database.jdbi().open().getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        if (method.getName().equals("commit")) {
                            commit(real);
                            return null;
                        }
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private void commit(Connection real) throws SQLException {
        switch (trouble) {
            case NONE, AWAY -> real.commit();
            case STUCK -> {
                await();
                real.commit();
            }
            case LOSES_A_COMMIT -> {
                trouble = Trouble.NONE;
                real.rollback();
                throw dead();
            }
            case HIDES_A_COMMIT -> {
                trouble = Trouble.NONE;
                real.commit();
                throw dead();
            }
        }
    }

    private void await() throws SQLException {
        try {
            mended.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw dead();
        }
    }

    private static SQLException dead() {
        return new SQLNonTransientConnectionException("the connection is dead", "08006");
    }

    @Override
    public void close() {
        mend();
        database.close();
    }
}
