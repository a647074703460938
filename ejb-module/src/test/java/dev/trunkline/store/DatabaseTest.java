package dev.trunkline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase
class DatabaseTest {
    private static final int COMMITS = 300;
    private static final String READ = "select count(*) from call_record where tenant = ?";

    private final TestDatabase.Kind kind;

    @TempDir
    Path data;

    DatabaseTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    /** A read that runs while another connection commits must not be the answer to the reads that follow. */
    @Test
    void whatIsCommittedShouldBeReadFromThenOn() throws Exception {
        try (TestDatabase database = asInstalled();
                Handle writer = database.jdbi().open();
                Handle reader = database.jdbi().open()) {
            for (int commits = 1; commits <= COMMITS; commits++) {
                AtomicBoolean committed = new AtomicBoolean();
                Thread beside = new Thread(() -> {
                    while (!committed.get()) {
                        count(reader);
                    }
                });
                beside.start();
                String callRef = "c-" + commits;
                writer.useTransaction(handle -> insert(handle, callRef));
                committed.set(true);
                beside.join();

                assertThat(count(reader)).isEqualTo(commits);
            }
        }
    }

    @Test
    void nulShouldNeitherBeRefusedNorFound() {
        try (TestDatabase database = kind.open()) {
            String withNul = "c-\0";
            database.jdbi().useHandle(handle -> insert(handle, withNul));

            assertThat(kept(database, withNul)).containsExactly("c-\uFFFD");
            assertThat(kept(database, "c-")).isEmpty();
        }
    }

    private static List<String> kept(TestDatabase database, String callRef) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select call_ref from call_record where call_ref = ?")
                        .bind(0, callRef)
                        .mapTo(String.class)
                        .list());
    }

    private static void insert(Handle handle, String callRef) {
        handle.execute(
                "insert into call_record (tenant, call_ref, agent, vendor, channel, to_address, reason, started_at, allowed,"
                        + " call_seq, talked, drop_asked, parent_id, platform_time, facts, shown, raw) values ('acme', ?, 'alice',"
                        + " 'finesse', 'Finesse', '3125550142', 'NONE', 0, '', 0, false, false, '', '', '', '{}', '')",
                callRef);
    }

    private static int count(Handle handle) {
        return handle.createQuery(READ).bind(0, "acme").mapTo(Integer.class).one();
    }

    private TestDatabase asInstalled() throws IOException {
        return kind == TestDatabase.Kind.H2 ? TestDatabase.h2(urlOfTheDefaults()) : kind.open();
    }

    private String urlOfTheDefaults() throws IOException {
        Properties defaults = new Properties();
        try (InputStream file = Database.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        }
        return defaults.getProperty("trunkline.datasource.url").replace("${trunkline.data}", data.toString());
    }
}
