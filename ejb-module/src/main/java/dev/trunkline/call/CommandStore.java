package dev.trunkline.call;

import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.event.Json;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;

/** Commands and their idempotency keys: stored before anything is done, kept whatever comes of it. */
@ApplicationScoped
public class CommandStore {
    /** A key is bound for this long (contract 1.7). */
    static final Duration KEY_LIFE = Duration.ofHours(24);

    /** On H2 and on PostgreSQL. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi jdbi;

    /** For the container's proxies. */
    protected CommandStore() {
        this(null);
    }

    @Inject
    public CommandStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A key as it was used first. */
    public record Key(String value, String fingerprint) {}

    /** A key that is bound: to which request, and to which command. */
    public record Bound(String fingerprint, String commandId) {}

    /** Another request bound the key since it was looked for; nothing is stored of this one. */
    public static final class KeyBoundException extends RuntimeException {
        KeyBoundException(Throwable cause) {
            super("the key is bound by now", cause);
        }
    }

    /**
     * Stores the command, its key and the call that it announces: all of them or nothing.
     *
     * @throws KeyBoundException if another request was faster with the same key
     */
    public void insert(CommandRecord command, Optional<Key> key, Optional<CallRecord> call) {
        jdbi.useTransaction(handle -> {
            insert(handle, command);
            key.ifPresent(given -> bind(handle, command, given));
            call.ifPresent(announced -> CallStore.insert(handle, announced));
        });
    }

    private static void insert(Handle handle, CommandRecord command) {
        handle.createUpdate(
                        "insert into command (tenant, id, agent, vendor, channel, verb, data, status, call_ref, call_id,"
                                + " request_id, source, principal, address, created_at, settled_at) values (:tenant, :id, :agent, :vendor,"
                                + " :channel, :verb, :data, :status, :callRef, :callId, :requestId, :source, :principal, :address,"
                                + " :createdAt, :settledAt)")
                .bind("tenant", command.key().tenant())
                .bind("id", command.id())
                .bind("agent", command.key().agent())
                .bind("vendor", command.vendor())
                .bind("channel", command.channel())
                .bind("verb", command.verb().name())
                .bind("data", Json.text(command.data()))
                .bind("status", command.status().name())
                .bind("callRef", command.callRef().orElse(null))
                .bind("callId", command.callId().orElse(null))
                .bind("requestId", command.requestId().orElse(null))
                .bind("source", command.source().orElse(null))
                .bind("principal", command.principal())
                .bind("address", command.address())
                .bind("createdAt", command.createdAt().toEpochMilli())
                .bind(
                        "settledAt",
                        command.status() == Status.ACCEPTED
                                ? null
                                : Long.valueOf(command.createdAt().toEpochMilli()))
                .execute();
    }

    private static void bind(Handle handle, CommandRecord command, Key key) {
        try {
            handle.execute(
                    "insert into idempotency (tenant, agent, idem_key, fingerprint, command_id, expires_at) values (?, ?, ?, ?, ?, ?)",
                    command.key().tenant(),
                    command.key().agent(),
                    key.value(),
                    key.fingerprint(),
                    command.id(),
                    command.createdAt().plus(KEY_LIFE).toEpochMilli());
        } catch (StatementException failed) {
            if (failed.getCause() instanceof SQLException why && UNIQUE_VIOLATION.equals(why.getSQLState())) {
                throw new KeyBoundException(failed);
            }
            throw failed;
        }
    }

    /** What a key is bound to; one that is past its life is let go. */
    public Optional<Bound> bound(AgentKey agent, String key) {
        return jdbi.inTransaction(handle -> {
            handle.execute(
                    "delete from idempotency where tenant = ? and agent = ? and idem_key = ? and expires_at < ?",
                    agent.tenant(),
                    agent.agent(),
                    key,
                    Instant.now().toEpochMilli());
            return handle.createQuery(
                            "select fingerprint, command_id from idempotency where tenant = ? and agent = ? and idem_key = ?")
                    .bind(0, agent.tenant())
                    .bind(1, agent.agent())
                    .bind(2, key)
                    .map((row, context) -> new Bound(row.getString(1), row.getString(2)))
                    .findOne();
        });
    }

    /** Marks that from now on the platform may have heard of it. */
    public void sent(CommandRecord command) {
        jdbi.useHandle(handle -> sent(handle, command, Instant.now()));
    }

    static void sent(Handle handle, CommandRecord command, Instant when) {
        handle.execute(
                "update command set sent_at = ? where tenant = ? and id = ?",
                when.toEpochMilli(),
                command.key().tenant(),
                command.id());
    }

    /** Takes back what {@link #insert} stored, if it did, of a command that nobody has done anything with. */
    static void withdraw(Handle handle, CommandRecord command) {
        String tenant = command.key().tenant();
        handle.execute("delete from command where tenant = ? and id = ? and sent_at is null", tenant, command.id());
        handle.execute(
                "delete from idempotency where tenant = ? and agent = ? and command_id = ?",
                tenant,
                command.key().agent(),
                command.id());
        CallStore.forget(handle, command);
    }

    /** The command has its effect. @param callId the platform's call, if it has one */
    public static void done(Handle handle, CommandRecord command, Optional<String> callId) {
        handle.execute(
                "update command set status = 'DONE', call_id = coalesce(?, call_id), settled_at = ?, problem = null"
                        + " where tenant = ? and id = ?",
                callId.orElse(null),
                Instant.now().toEpochMilli(),
                command.key().tenant(),
                command.id());
    }

    /** The command failed. */
    public static void failed(Handle handle, CommandRecord command, Refusal why) {
        handle.execute(
                "update command set status = 'FAILED', settled_at = ?, problem = ? where tenant = ? and id = ? and status ="
                        + " 'ACCEPTED'",
                Instant.now().toEpochMilli(),
                ProblemText.of(why),
                command.key().tenant(),
                command.id());
    }

    public Optional<CommandRecord> find(String tenant, String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from command where tenant = ? and id = ?")
                .bind(0, tenant)
                .bind(1, id)
                .map((row, context) -> record(row))
                .findOne());
    }

    /** Commands that were accepted and never settled: what a restart has to look after. Oldest first. */
    public List<CommandRecord> open() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from command where status = 'ACCEPTED' order by created_at")
                        .map((row, context) -> record(row))
                        .list());
    }

    /** The last time that anything was done with any command; after a restart, the last that is known of the gateway before it. */
    public Optional<Instant> lastTouched() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select greatest(max(created_at), coalesce(max(sent_at), 0), coalesce(max(settled_at), 0)) from command")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    /** Those of one agent on one platform. */
    public List<CommandRecord> open(AgentKey key, String vendor) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from command where tenant = ? and agent = ? and vendor = ? and status = 'ACCEPTED' order by created_at")
                .bind(0, key.tenant())
                .bind(1, key.agent())
                .bind(2, vendor)
                .map((row, context) -> record(row))
                .list());
    }

    /** Dials of which nobody knew whether they took place; their call may still turn up. */
    public List<CommandRecord> unknownDials(AgentKey key, String vendor, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from command where tenant = ? and agent = ? and vendor = ? and status = 'FAILED' and verb ="
                                + " 'MAKE_CALL' and call_id is null and sent_at > ? and problem like '%\"OUTCOME_UNKNOWN\"%' order by created_at")
                .bind(0, key.tenant())
                .bind(1, key.agent())
                .bind(2, vendor)
                .bind(3, since.toEpochMilli())
                .map((row, context) -> record(row))
                .list());
    }

    /** The dial that announced this call. */
    public Optional<CommandRecord> dialOf(AgentKey key, String callRef) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from command where tenant = ? and agent = ? and verb = 'MAKE_CALL' and call_ref = ?")
                .bind(0, key.tenant())
                .bind(1, key.agent())
                .bind(2, callRef)
                .map((row, context) -> record(row))
                .findFirst());
    }

    /** How often the platform refused this agent's credential since. */
    public int refusedLogins(AgentKey key, String vendor, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from command where tenant = ? and agent = ? and vendor = ? and verb = 'LOGIN' and status ="
                                + " 'FAILED' and settled_at > ? and problem like '%\"AUTH_EXPIRED\"%'")
                .bind(0, key.tenant())
                .bind(1, key.agent())
                .bind(2, vendor)
                .bind(3, since.toEpochMilli())
                .mapTo(Integer.class)
                .one());
    }

    /** Lets go of keys that are past their life. */
    public void dropExpiredKeys() {
        jdbi.useHandle(handle -> handle.execute(
                "delete from idempotency where expires_at < ?", Instant.now().toEpochMilli()));
    }

    private static CommandRecord record(ResultSet row) throws SQLException {
        long sent = row.getLong("sent_at");
        Optional<Instant> sentAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(sent));
        return new CommandRecord(
                new AgentKey(row.getString("tenant"), row.getString("agent")),
                row.getString("id"),
                row.getString("vendor"),
                row.getString("channel"),
                Verb.valueOf(row.getString("verb")),
                data(row.getString("data")),
                Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("call_ref")),
                Optional.ofNullable(row.getString("call_id")),
                Optional.ofNullable(row.getString("request_id")),
                Optional.ofNullable(row.getString("source")),
                row.getString("principal"),
                row.getString("address"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                sentAt,
                Optional.ofNullable(row.getString("problem")).map(ProblemText::read));
    }

    @SuppressWarnings("unchecked") // JSON-B reads an object as a map of its members
    private static Map<String, Object> data(String text) {
        return Json.read(text, Map.class);
    }
}
