package dev.trunkline.desk;

import dev.trunkline.call.CommandStore;
import dev.trunkline.desk.Logins.Login;
import dev.trunkline.desk.SignIn.CredentialSource;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.model.Message;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** As whom an agent signs in: what his Login gives, and for the rest what is configured (contract 6.1, 14.2). */
@ApplicationScoped
public class SignIns {
    /** After so many failures in such a time no more is tried, so that the platform does not lock the account. */
    private static final int MOST_FAILURES = 5;

    private static final Duration FAILURES_COUNT = Duration.ofMinutes(5);

    @Inject
    Logins logins;

    @Inject
    Sealing sealing;

    @Inject
    CommandStore commands;

    /** What a Login asks for. Refused if it is incomplete, or if it failed too often. */
    public SignIn wanted(Desk desk, Message message) {
        notTooOften(desk);
        AgentKey key = desk.key();
        Optional<Login> known = logins.find(key, desk.platform().vendor());
        Optional<Credential> given = message.text("password").map(Credential::new);
        Credential credential = given.or(() -> known.flatMap(logins::credential))
                .orElseThrow(() -> new RefusedException(
                        Code.INVALID_DATA, "no password was given, and none is configured for this agent"));
        AgentSession session = new AgentSession(
                key,
                desk.platform().vendor(),
                message.text("username").or(() -> known.map(Login::username)).orElse(key.agent()),
                message.text("extension").or(() -> known.map(Login::extension)).orElse(""),
                message.text("device").or(() -> known.map(Login::device)).orElse(""),
                credential);
        return new SignIn(
                session,
                message.channel(),
                false,
                given.isPresent() ? CredentialSource.GIVEN : CredentialSource.CONFIGURED);
    }

    private void notTooOften(Desk desk) {
        Instant since = Instant.now().minus(FAILURES_COUNT);
        if (commands.refusedLogins(desk.key(), desk.platform().vendor(), since) >= MOST_FAILURES) {
            throw new RefusedException(Refusal.of(Code.RATE_LIMITED, "five sign-ins failed within five minutes")
                    .retryAfter(FAILURES_COUNT.toMillis()));
        }
    }

    /** A stored sign-in with its credential, if anybody still has it. */
    Optional<SignIn> restored(SignInStore.Stored stored) {
        Optional<Credential> credential =
                switch (stored.from()) {
                    case CONFIGURED ->
                        logins.find(stored.key(), stored.vendor()).flatMap(logins::credential);
                    case GIVEN -> stored.sealed().flatMap(sealing::open);
                    case RENEWED ->
                        stored.sealed().flatMap(sealing::open).or(() -> logins.find(stored.key(), stored.vendor())
                                .flatMap(logins::credential));
                };
        return credential.map(secret -> new SignIn(
                new AgentSession(
                        stored.key(), stored.vendor(), stored.username(), stored.extension(), stored.device(), secret),
                stored.channel(),
                stored.attached(),
                stored.from()));
    }
}
