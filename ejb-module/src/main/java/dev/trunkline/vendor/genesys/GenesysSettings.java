package dev.trunkline.vendor.genesys;

import dev.trunkline.config.Values;
import dev.trunkline.model.Credential;
import dev.trunkline.port.Backoff;
import dev.trunkline.port.http.Quota;
import dev.trunkline.port.http.TrustStore;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Everything an operator may set, as {@code trunkline.genesys.<component>}. Durations are {@code 500ms}, {@code 10s}, {@code 2m}
 * or ISO 8601.
 *
 * @param apiUrl for example {@code https://api.mypurecloud.de}; empty if there is no Genesys Cloud here
 * @param loginUrl for example {@code https://login.mypurecloud.de}; never derived from the other (sheet 1)
 * @param clientId of the OAuth client through which agents sign in (code grant)
 * @param clientSecret its secret
 * @param serviceClientId of an OAuth client of its own (client credentials), which reads what belongs to no agent; empty: agents read it
 * @param serviceClientSecret its secret
 * @param redirectUri that of the portal, where a Login brings {@code code:...}
 * @param organization short name of the organisation, where a Login brings {@code saml:...}
 * @param trustStore certificates to trust besides none other: a PEM, PKCS12 or JKS file; empty = Java's own
 * @param trustStorePassword of a PKCS12 or JKS file
 * @param connectTimeout for REST and WebSocket
 * @param readTimeout longest wait for an answer
 * @param requestsPerMinute of one token, until the platform says otherwise (sheet 7)
 * @param rateWindow the minute in which the platform counts them
 * @param rateWait longest wait for the budget, and for a Retry-After (sheet 7)
 * @param silence after so long without a frame we ask for a sign of life (sheet 5.5: heartbeat 30 s)
 * @param pongTimeout and after so much longer the connection is dead
 * @param tick how often the two are looked at
 * @param watchInterval while a call is up, the agent's calls are read so often, to find what was not pushed; 0 = never
 * @param renewInterval between two renewals of the subscriptions, which would end after 24 h
 * @param reuseChannels after a restart, an own channel that still stands is taken again: of new ones there may be 20 a day (sheet 5.5)
 * @param backoffFirst wait before the first reconnect
 * @param backoffLongest the wait doubles up to this
 * @param queue id of the queue on whose behalf agents dial where the client names none; empty: personal calls, which have no wrap-up
 * @param correlationKey attribute that carries our command's id, by which a call is found again; empty: none is sent
 * @param defaultWrapup id or name of the outcome where the agent names none
 * @param defaultNotReady id, label or system presence of Not Ready where the agent names none
 * @param readyPresence the same for Ready: {@code Available} or {@code On Queue}
 * @param conference {@code both} or {@code conference}: the word that makes three parties talk (sheet 4, unconfirmed)
 * @param digitsTo {@code far} or {@code own}: whose leg digits are sent to (sheet 4, unconfirmed)
 */
public record GenesysSettings(
        Optional<URI> apiUrl,
        Optional<URI> loginUrl,
        String clientId,
        Credential clientSecret,
        String serviceClientId,
        Credential serviceClientSecret,
        String redirectUri,
        String organization,
        String trustStore,
        Credential trustStorePassword,
        Duration connectTimeout,
        Duration readTimeout,
        int requestsPerMinute,
        Duration rateWindow,
        Duration rateWait,
        Duration silence,
        Duration pongTimeout,
        Duration tick,
        Duration watchInterval,
        Duration renewInterval,
        boolean reuseChannels,
        Duration backoffFirst,
        Duration backoffLongest,
        String queue,
        String correlationKey,
        String defaultWrapup,
        String defaultNotReady,
        String readyPresence,
        ThreeWay conference,
        DigitsTo digitsTo) {
    static final String PREFIX = "trunkline.genesys.";

    /** What {@code speakTo} is for a conference. */
    public enum ThreeWay {
        BOTH,
        CONFERENCE
    }

    /** Whose leg digits are sent to. */
    public enum DigitsTo {
        FAR,
        OWN
    }

    /** As this installation is configured. */
    static GenesysSettings configured() {
        return read(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
    }

    static GenesysSettings read(Function<String, Optional<String>> source) {
        Values values = new Values(PREFIX, source);
        return new GenesysSettings(
                values.text("apiUrl").map(URI::create),
                values.text("loginUrl").map(URI::create),
                values.text("clientId", ""),
                new Credential(values.text("clientSecret", "")),
                values.text("serviceClientId", ""),
                new Credential(values.text("serviceClientSecret", "")),
                values.text("redirectUri", ""),
                values.text("organization", ""),
                values.text("trustStore", ""),
                new Credential(values.text("trustStorePassword", "")),
                values.duration("connectTimeout", "3s"),
                values.duration("readTimeout", "10s"),
                values.number("requestsPerMinute", 300),
                values.duration("rateWindow", "60s"),
                values.duration("rateWait", "5s"),
                values.duration("silence", "35s"),
                values.duration("pongTimeout", "5s"),
                values.duration("tick", "1s"),
                values.duration("watchInterval", "5s"),
                values.duration("renewInterval", "12h"),
                values.flag("reuseChannels", true),
                values.duration("backoffFirst", "1s"),
                values.duration("backoffLongest", "30s"),
                values.text("queue", ""),
                values.text("correlationKey", "gwRequestId"),
                values.text("defaultWrapup", ""),
                values.text("defaultNotReady", "Busy"),
                values.text("readyPresence", "Available"),
                values.word("conference", ThreeWay.BOTH),
                values.word("digitsTo", DigitsTo.FAR));
    }

    TrustStore trust() {
        return new TrustStore(PREFIX + "trustStore", trustStore, trustStorePassword);
    }

    Quota.Terms quota() {
        return new Quota.Terms(requestsPerMinute, rateWindow, rateWait);
    }

    Backoff backoff() {
        return Backoff.of(backoffFirst, backoffLongest);
    }
}
