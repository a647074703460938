package dev.trunkline.port.oauth;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.port.RateBudget;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.http.Exchange;
import dev.trunkline.port.oauth.Grant.Kind;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The access token of each agent, renewed at 80 % of its life and when the platform no longer takes it. A refresh token is good
 * once: the newest is kept here and handed on, and whoever comes with one that was given before gets what has become of it.
 */
public final class AccessTokens {
    private static final Logger LOG = Logger.getLogger(AccessTokens.class.getName());
    private static final double SOON = 0.8;
    private static final double NANOS = 1e9;

    private final TokenEndpoint endpoint;
    private final Exchange exchange;
    private final LongSupplier clock;
    private final Map<String, Holder> holders = new ConcurrentHashMap<>();

    /** One agent's; its monitor is held while the platform is asked, so that a token is not renewed twice. */
    private static final class Holder {
        private Optional<Tokens> tokens = Optional.empty();
        private long renewAt;
        /** Every credential from which these tokens come. */
        private final Set<String> ancestors = new HashSet<>();

        private volatile Consumer<Credential> heir = credential -> {};
    }

    /** @param exchange by which the endpoint is asked; it has no budget */
    public AccessTokens(TokenEndpoint endpoint, Exchange exchange) {
        this(endpoint, exchange, System::nanoTime);
    }

    AccessTokens(TokenEndpoint endpoint, Exchange exchange, LongSupplier clock) {
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** Who is told of the credential that takes the place of the agent's. */
    public void heir(AgentSession agent, Consumer<Credential> heir) {
        holder(agent).heir = heir;
    }

    /** Nobody is told any more. */
    public void leave(AgentSession agent) {
        holder(agent).heir = credential -> {};
    }

    /** What goes into the next request; asks the platform for another one where it is time. Blocks. */
    public String access(AgentSession agent) {
        Holder holder = holder(agent);
        synchronized (holder) {
            boolean known = holder.tokens.isPresent()
                    && holder.ancestors.contains(agent.credential().reveal());
            if (!known) {
                return begin(holder, agent);
            }
            if (clock.getAsLong() - holder.renewAt >= 0) {
                renewEarly(holder, agent);
            }
            return holder.tokens.map(Tokens::access).orElseGet(() -> begin(holder, agent));
        }
    }

    /** Whether it is time to ask for another one. */
    public boolean due(AgentSession agent) {
        Holder holder = holder(agent);
        synchronized (holder) {
            return holder.tokens.filter(tokens -> !tokens.refresh().isEmpty()).isPresent()
                    && clock.getAsLong() - holder.renewAt >= 0;
        }
    }

    /** The platform no longer takes that one. @throws VendorException {@code AUTH_EXPIRED} if there is no way to another */
    public String instead(AgentSession agent, String dead) {
        Holder holder = holder(agent);
        synchronized (holder) {
            boolean replaced = holder.tokens
                    .filter(tokens -> !tokens.access().equals(dead))
                    .isPresent();
            return replaced ? holder.tokens.get().access() : renew(holder, agent);
        }
    }

    private Holder holder(AgentSession agent) {
        return holders.computeIfAbsent(agent.key() + " " + agent.username(), first -> new Holder());
    }

    private String begin(Holder holder, AgentSession agent) {
        Grant given = Grant.of(agent.credential());
        Tokens tokens = given.kind() == Kind.ACCESS ? new Tokens(given.secret(), "", Long.MAX_VALUE) : asked(given);
        holder.ancestors.clear();
        holder.ancestors.add(agent.credential().reveal());
        String before = given.kind() == Kind.REFRESH ? given.secret() : "";
        holder.tokens = Optional.of(new Tokens("", before, 0));
        keep(holder, tokens);
        return tokens.access();
    }

    private void renewEarly(Holder holder, AgentSession agent) {
        try {
            if (ofTheOrganisation(agent)
                    || holder.tokens
                            .filter(tokens -> !tokens.refresh().isEmpty())
                            .isPresent()) {
                renew(holder, agent);
            }
        } catch (VendorException later) {
            if (later.code() == Code.AUTH_EXPIRED) {
                throw later;
            }
            LOG.log(Level.FINE, later, () -> agent.vendor() + " " + agent.key() + ": the token is renewed later");
        }
    }

    /** Its token is asked for again as it was the first time. */
    private static boolean ofTheOrganisation(AgentSession agent) {
        return Grant.of(agent.credential()).ofTheOrganisation();
    }

    private String renew(Holder holder, AgentSession agent) {
        if (ofTheOrganisation(agent)) {
            return begin(holder, agent);
        }
        String refresh = holder.tokens.map(Tokens::refresh).orElse("");
        if (refresh.isEmpty()) {
            holder.tokens = Optional.empty();
            throw new VendorException(Code.AUTH_EXPIRED, "the agent's token has ended");
        }
        try {
            keep(holder, asked(new Grant(Kind.REFRESH, refresh)));
            return holder.tokens.orElseThrow().access();
        } catch (VendorException refused) {
            if (refused.code() == Code.AUTH_EXPIRED) {
                holder.tokens = Optional.empty();
            }
            throw refused;
        }
    }

    private void keep(Holder holder, Tokens tokens) {
        long life = Math.max(0, tokens.expiresIn());
        holder.renewAt = clock.getAsLong() + (long) Math.min(Long.MAX_VALUE / 4.0, life * SOON * NANOS);
        boolean replaced = !tokens.refresh().isEmpty()
                && !holder.ancestors.contains(tokens.refresh())
                && !holder.ancestors.contains(Grant.refresh(tokens.refresh()).reveal());
        String old = holder.tokens.map(Tokens::refresh).orElse("");
        // A platform that does not give a new one lets the old one stand.
        holder.tokens =
                Optional.of(tokens.refresh().isEmpty() ? new Tokens(tokens.access(), old, tokens.expiresIn()) : tokens);
        if (replaced) {
            Credential newest = Grant.refresh(tokens.refresh());
            holder.ancestors.add(newest.reveal());
            holder.heir.accept(newest);
        }
    }

    private Tokens asked(Grant grant) {
        HttpResponse<String> response = exchange.send(endpoint.request(grant), RateBudget.UNLIMITED, Priority.CONTROL);
        if (response.statusCode() / 100 != 2) {
            throw endpoint.refused(response.statusCode(), response.body());
        }
        try {
            return Tokens.of(response.body());
        } catch (IllegalArgumentException unreadable) {
            throw endpoint.unreadable(response.statusCode(), unreadable);
        }
    }
}
