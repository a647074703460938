package dev.trunkline.system;

import dev.trunkline.postgresql.PostgresqlServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database is stopped, is frozen, is slow: said aloud, nothing lost, well again by itself. */
class OutageIT {
    private static final String COMMITS_TAKE_SECONDS =
            """
            create function slow() returns trigger language plpgsql as 'begin perform pg_sleep(3); return null; end';
            create constraint trigger slow after insert on command deferrable initially deferred
                for each row execute function slow();
            create constraint trigger slow after update on event_hour deferrable initially deferred
                for each row execute function slow();
            """;

    private static GatewayDatabase database;
    private static Site site;

    @BeforeAll
    static void open() {
        database = GatewayDatabase.named(GatewayDatabase.POSTGRESQL, Site.root());
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("trunkline.datasource.answerWithin", "PT5S");
        site = Site.of("outage", settings);
    }

    @AfterAll
    static void close() {
        site.close();
        database.close();
    }

    private static PostgresqlServer server() {
        return database.server().orElseThrow();
    }

    @Test
    void stoppedDatabaseShouldBeSaidAloudAndLoseNothing() {
        new Blackout(site, "alice", "bob", "3125550161").talking().during(server()::stop, server()::start, true);
    }

    @Test
    void frozenDatabaseShouldBeSaidAloudAndLoseNothing() {
        new Blackout(site, "carol", "dave", "3125550162").talking().during(server()::freeze, server()::thaw, true);
    }

    /** What it was asked in the moment when it froze it does when it thaws, though nobody waits for the answer any more. */
    @Test
    void databaseThatIsFrozenUntilItIsGivenUpShouldLoseNothing() {
        Blackout blackout = new Blackout(site, "alice", "dave", "3125550166").talking();
        blackout.during(
                server()::freeze,
                () -> {
                    blackout.awaitReason("cannot be reached");
                    server().thaw();
                },
                true);
    }

    @Test
    void slowDatabaseShouldBeSaidAloudAndLoseNothing() {
        new Blackout(site, "erin", "bob", "3125550163")
                .talking()
                .during(
                        () -> server().asAdministrator(server().database(), COMMITS_TAKE_SECONDS),
                        () -> server().asAdministrator(server().database(), "drop function slow() cascade"),
                        false);
    }
}
