package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.port.RateBudget;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.http.Exchange;
import dev.trunkline.vendor.genesys.GenesysCredential.Kind;
import dev.trunkline.vendor.genesys.wire.ApiError;
import dev.trunkline.vendor.genesys.wire.Tokens;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The access token of each agent, renewed at 80 % of its life and when the platform no longer takes it (sheet 2.1). A refresh token is good
 * once: the newest is kept here and handed on, and whoever comes with one that was given before gets what has become of it.
 */
public final class GenesysTokens {
    private static final Logger LOG = Logger.getLogger(GenesysTokens.class.getName());
    private static final double SOON = 0.8;
    private static final double NANOS = 1e9;

    private final GenesysSettings settings;
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

    GenesysTokens(GenesysSettings settings, Exchange exchange) {
        this(settings, exchange, System::nanoTime);
    }

    GenesysTokens(GenesysSettings settings, Exchange exchange, LongSupplier clock) {
        this.settings = settings;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** Who is told of the credential that takes the place of the agent's. */
    void heir(AgentSession agent, Consumer<Credential> heir) {
        holder(agent).heir = heir;
    }

    void leave(AgentSession agent) {
        holder(agent).heir = credential -> {};
    }

    String access(AgentSession agent) {
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
    boolean due(AgentSession agent) {
        Holder holder = holder(agent);
        synchronized (holder) {
            return holder.tokens.filter(tokens -> !tokens.refresh().isEmpty()).isPresent()
                    && clock.getAsLong() - holder.renewAt >= 0;
        }
    }

    /** The platform no longer takes that one. @throws VendorException {@code AUTH_EXPIRED} if there is no way to another */
    String instead(AgentSession agent, String dead) {
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
        GenesysCredential given = GenesysCredential.of(agent.credential());
        Tokens tokens = given.form(settings)
                .map(form -> asked(given, form))
                .orElseGet(() -> new Tokens(given.secret(), "", Long.MAX_VALUE));
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
            LOG.log(Level.FINE, later, () -> "genesys " + agent.key() + ": the token is renewed later");
        }
    }

    /** Its token is asked for again as it was the first time. */
    private static boolean ofTheOrganisation(AgentSession agent) {
        return GenesysCredential.of(agent.credential()).kind() == Kind.CLIENT;
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
        GenesysCredential next = GenesysCredential.of(GenesysCredential.refresh(refresh));
        try {
            keep(holder, asked(next, next.form(settings).orElseThrow()));
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
                && !holder.ancestors.contains(
                        GenesysCredential.refresh(tokens.refresh()).reveal());
        String old = holder.tokens.map(Tokens::refresh).orElse("");
        // A platform that does not give a new one lets the old one stand.
        holder.tokens =
                Optional.of(tokens.refresh().isEmpty() ? new Tokens(tokens.access(), old, tokens.expiresIn()) : tokens);
        if (replaced) {
            Credential newest = GenesysCredential.refresh(tokens.refresh());
            holder.ancestors.add(newest.reveal());
            holder.heir.accept(newest);
        }
    }

    private Tokens asked(GenesysCredential whose, Map<String, String> form) {
        URI url = settings.loginUrl()
                .orElseThrow(() -> new VendorException(
                        Code.CHANNEL_NOT_CONFIGURED, GenesysSettings.PREFIX + "loginUrl is not set"));
        HttpRequest request = HttpRequest.newBuilder(GenesysHttp.below(url, "/oauth/token"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", whose.basic(settings))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        HttpResponse<String> response = exchange.send(request, RateBudget.UNLIMITED, Priority.CONTROL);
        if (response.statusCode() / 100 != 2) {
            throw GenesysErrorMapper.noToken(response.statusCode(), error(response.body()));
        }
        try {
            return GenesysJson.tokens(response.body());
        } catch (IllegalArgumentException unreadable) {
            throw GenesysErrorMapper.unreadable(response.statusCode(), unreadable);
        }
    }

    static ApiError error(String body) {
        try {
            return GenesysJson.error(body);
        } catch (IllegalArgumentException notTheirs) {
            return new ApiError("", "", "");
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
