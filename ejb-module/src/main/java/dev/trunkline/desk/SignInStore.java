package dev.trunkline.desk;

import dev.trunkline.desk.SignIn.CredentialSource;
import dev.trunkline.event.Change;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Sign-ins that a restart takes up again (contract 6.1a). */
@ApplicationScoped
public class SignInStore {
    private final Jdbi jdbi;
    private final Sealing sealing;

    /** For the container's proxies. */
    protected SignInStore() {
        this(null, null);
    }

    @Inject
    SignInStore(Jdbi jdbi, Sealing sealing) {
        this.jdbi = jdbi;
        this.sealing = sealing;
    }

    /** A stored sign-in. @param sealed the credential, encrypted, if it could be kept */
    public record Stored(
            AgentKey key,
            String vendor,
            String channel,
            String username,
            String extension,
            String device,
            boolean attached,
            CredentialSource from,
            Optional<String> sealed) {}

    /** The write that keeps a sign-in. */
    Change.Alongside keep(SignIn signIn) {
        AgentSession session = signIn.session();
        Optional<String> sealed =
                signIn.from() == CredentialSource.CONFIGURED ? Optional.empty() : sealing.seal(session.credential());
        return handle -> {
            forget(session.key(), session.vendor()).write(handle);
            handle.execute(
                    "insert into sign_in (tenant, agent, vendor, channel, username, extension, device, attached, credential_from,"
                            + " sealed, signed_in_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    session.key().tenant(),
                    session.key().agent(),
                    session.vendor(),
                    signIn.channel(),
                    session.username(),
                    session.extension(),
                    session.device(),
                    signIn.attached(),
                    signIn.from().name(),
                    sealed.orElse(null),
                    Instant.now().toEpochMilli());
        };
    }

    /** The write that lets go of one. */
    Change.Alongside forget(AgentKey key, String vendor) {
        return handle -> handle.execute(
                "delete from sign_in where tenant = ? and agent = ? and vendor = ?", key.tenant(), key.agent(), vendor);
    }

    public List<Stored> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from sign_in order by signed_in_at")
                .map((row, context) -> new Stored(
                        new AgentKey(row.getString("tenant"), row.getString("agent")),
                        row.getString("vendor"),
                        row.getString("channel"),
                        row.getString("username"),
                        row.getString("extension"),
                        row.getString("device"),
                        row.getBoolean("attached"),
                        CredentialSource.valueOf(row.getString("credential_from")),
                        Optional.ofNullable(row.getString("sealed"))))
                .list());
    }
}
