package dev.trunkline.push;

import dev.trunkline.api.QueryValues;
import dev.trunkline.api.SignedIn;
import dev.trunkline.api.WebSettings;
import dev.trunkline.event.EventLog;
import dev.trunkline.event.Intake;
import dev.trunkline.event.LogRange;
import dev.trunkline.identity.Caller;
import dev.trunkline.message.ChannelNames;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.RefusedException;
import dev.trunkline.store.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.JdbiException;

/** Who may listen to what: checked before a connection is opened, so that a refusal is an ordinary HTTP answer. */
@ApplicationScoped
public class Gate {
    @Inject
    EventLog log;

    @Inject
    WebSettings web;

    @Inject
    Subscribers subscribers;

    @Inject
    ChannelNames channels;

    /** @param resume the number that goes before the query's {@code after} */
    Opening open(HttpServletRequest request, OptionalLong resume) {
        Caller caller = SignedIn.caller(request.getUserPrincipal());
        checkOrigin(request);
        QueryValues query = QueryValues.of(request.getParameterMap());
        AgentKey key = caller.watching(query.agent());
        OptionalLong after = query.after();
        if (subscribers.full()) {
            throw new RefusedException(
                    Refusal.of(Code.OVERLOADED, "too many listeners").retryAfter(5_000));
        }
        return new Opening(
                caller, key, query.profile(), query.channel(channels), resume.isPresent() ? resume : after, range(key));
    }

    private LogRange range(AgentKey key) {
        log.intake().checkAnswers();
        try {
            return log.range(key);
        } catch (JdbiException failed) {
            throw Outage.in(failed) ? Intake.overloaded() : failed;
        }
    }

    /** Only browsers send an origin, and they always do. */
    private void checkOrigin(HttpServletRequest request) {
        Optional.ofNullable(request.getHeader("Origin"))
                .filter(origin -> !web.allows(origin, request.getHeader("Host")))
                .ifPresent(origin -> {
                    throw new RefusedException(Code.FORBIDDEN, "origin " + origin + " is not allowed");
                });
    }
}
