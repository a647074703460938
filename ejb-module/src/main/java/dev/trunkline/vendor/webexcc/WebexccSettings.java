package dev.trunkline.vendor.webexcc;

import dev.trunkline.config.Values;
import dev.trunkline.model.Credential;
import dev.trunkline.model.Reason;
import dev.trunkline.port.Backoff;
import dev.trunkline.port.http.Quota;
import dev.trunkline.port.http.TrustStore;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Everything an operator may set, as {@code trunkline.webexcc.<component>}. Durations are {@code 500ms}, {@code 10s}, {@code 2m} or ISO 8601.
 *
 * @param apiUrl of the organisation's data centre, for example {@code https://api.wxcc-eu1.cisco.com} (sheet 1); empty if there is none here
 * @param loginUrl where tokens are given, the same for all data centres
 * @param clientId of the OAuth integration through which agents sign in: its requests are counted together (sheet 7)
 * @param clientSecret its secret
 * @param redirectUri that of the portal, where a Login brings {@code code:...}
 * @param trustStore certificates to trust besides none other: a PEM, PKCS12 or JKS file; empty = Java's own
 * @param trustStorePassword of a PKCS12 or JKS file
 * @param connectTimeout for REST and WebSocket
 * @param readTimeout longest wait for an answer
 * @param requestsPerMinute of the integration, all agents together
 * @param rateWindow the minute in which the platform counts them
 * @param rateWait longest wait for the budget, and for a Retry-After
 * @param stationType what agents talk with (sheet 2.4); a browser's sound this side cannot answer
 * @param teamId for which they log in; empty: the first of each agent's own
 * @param loginAgain whether a station session that has vanished is begun again, once
 * @param entryPointId through which they dial; empty: that of the agent's desktop profile
 * @param ani the number shown; empty: the usual one of the profile's list
 * @param numbers how a number goes to the platform
 * @param region country of numbers without one, ISO 3166 alpha-2
 * @param configFor how long codes, profiles and caller ids are remembered
 * @param earlyFor so long events of an unknown call wait for the answer of a dial (sheet 3.2)
 * @param eventWithin longest wait for the event that says what came of a request (sheet 4)
 * @param lookAfter what is taken and of which nothing is heard for so long is looked for (sheet 10)
 * @param contactsWithin longest wait for the contacts of a reading (sheet 5.5), after the agent's own part
 * @param repairWithin longest wait for an agent to stand again as he should, before it is told how he stands
 * @param endWindow so long after a call's end the word on its wrap-up may come
 * @param defaultWrapup id or name of the outcome where the agent names none; empty: the organisation's default
 * @param defaultNotReady the same for Not Ready
 * @param wrapUpAfter when we end a wrap-up by the default outcome, zero = never; empty: as the desktop profile says (sheet 6.2)
 * @param callbackQueue where callbacks are put in, unless a client says; empty: the call's own
 * @param callbackZone of callbacks for which the client names none
 * @param callbackFor how long a callback is good, unless a client says
 * @param clientType our name among an agent's connections (sheet 5.1)
 * @param allowMultiLogin whether he may have others of that name
 * @param force whether one of those makes room
 * @param keepAlive between two signs of life
 * @param silentAfter a connection on which nothing is heard for so long is dead
 * @param welcomeWithin longest wait for the platform's first word
 * @param watchAfter a call of which nothing is heard for so long is asked for; zero = never
 * @param backoffFirst wait before the first reconnect
 * @param backoffLongest the wait doubles up to this
 * @param outcomes what the platform's words mean, where they mean something else than usual
 */
public record WebexccSettings(
        Optional<URI> apiUrl,
        URI loginUrl,
        String clientId,
        Credential clientSecret,
        String redirectUri,
        String trustStore,
        Credential trustStorePassword,
        Duration connectTimeout,
        Duration readTimeout,
        int requestsPerMinute,
        Duration rateWindow,
        Duration rateWait,
        StationType stationType,
        String teamId,
        boolean loginAgain,
        String entryPointId,
        String ani,
        Numbers numbers,
        String region,
        Duration configFor,
        Duration earlyFor,
        Duration eventWithin,
        Duration lookAfter,
        Duration contactsWithin,
        Duration repairWithin,
        Duration endWindow,
        String defaultWrapup,
        String defaultNotReady,
        Optional<Duration> wrapUpAfter,
        String callbackQueue,
        ZoneId callbackZone,
        Duration callbackFor,
        String clientType,
        boolean allowMultiLogin,
        boolean force,
        Duration keepAlive,
        Duration silentAfter,
        Duration welcomeWithin,
        Duration watchAfter,
        Duration backoffFirst,
        Duration backoffLongest,
        Map<String, Reason> outcomes) {
    static final String PREFIX = "trunkline.webexcc.";
    private static final String OUTCOMES = "outcomes.";

    public WebexccSettings {
        outcomes = Map.copyOf(outcomes);
    }

    /** Sheet 2.4. */
    public enum StationType {
        EXTENSION,
        AGENT_DN,
        BROWSER
    }

    /** How a number goes to the platform. */
    public enum Numbers {
        /** As E.164 where it can be placed (sheet 3.1). */
        E164,
        /** As the client wrote it. */
        RAW
    }

    /** As this installation is configured. */
    static WebexccSettings configured() {
        Config config = ConfigProvider.getConfig();
        Map<String, String> words = new TreeMap<>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX + OUTCOMES))
                .forEach(name -> config.getOptionalValue(name, String.class)
                        .ifPresent(value -> words.put(name.substring((PREFIX + OUTCOMES).length()), value)));
        return read(key -> config.getOptionalValue(key, String.class), words);
    }

    static WebexccSettings read(Function<String, Optional<String>> source) {
        return read(source, Map.of());
    }

    /** @param words the platform's, to reasons */
    static WebexccSettings read(Function<String, Optional<String>> source, Map<String, String> words) {
        Values values = new Values(PREFIX, source);
        return new WebexccSettings(
                values.text("apiUrl").map(URI::create),
                URI.create(values.text("loginUrl", "https://webexapis.com/v1")),
                values.text("clientId", ""),
                new Credential(values.text("clientSecret", "")),
                values.text("redirectUri", ""),
                values.text("trustStore", ""),
                new Credential(values.text("trustStorePassword", "")),
                values.duration("connectTimeout", "3s"),
                values.duration("readTimeout", "10s"),
                values.number("requestsPerMinute", 300),
                values.duration("rateWindow", "60s"),
                values.duration("rateWait", "5s"),
                station(values.text("stationType", "EXTENSION")),
                values.text("teamId", ""),
                values.flag("loginAgain", true),
                values.text("entryPointId", ""),
                values.text("ani", ""),
                values.word("numbers", Numbers.E164),
                values.text("region")
                        .or(() -> source.apply("trunkline.dial.region"))
                        .orElse(""),
                values.duration("configFor", "15m"),
                values.duration("earlyFor", "3s"),
                values.duration("eventWithin", "20s"),
                values.duration("lookAfter", "5s"),
                values.duration("contactsWithin", "2s"),
                values.duration("repairWithin", "5s"),
                values.duration("endWindow", "1s"),
                values.text("defaultWrapup", ""),
                values.text("defaultNotReady", ""),
                values.text("wrapUpAfter").map(given -> values.duration("wrapUpAfter", given)),
                values.text("callbackQueue", ""),
                ZoneId.of(values.text("callbackZone", "UTC")),
                values.duration("callbackFor", "1h"),
                values.text("clientType", "Trunkline"),
                values.flag("allowMultiLogin", true),
                values.flag("force", true),
                values.duration("keepAlive", "4s"),
                values.duration("silentAfter", "8s"),
                values.duration("welcomeWithin", "10s"),
                values.duration("watchAfter", "30s"),
                values.duration("backoffFirst", "1s"),
                values.duration("backoffLongest", "30s"),
                outcomes(words));
    }

    /** With its own underscore, as the platform writes it. */
    private static StationType station(String word) {
        return StationType.valueOf(word.strip().toUpperCase(Locale.ROOT));
    }

    private static Map<String, Reason> outcomes(Map<String, String> words) {
        Map<String, Reason> outcomes = new TreeMap<>();
        words.forEach((word, reason) ->
                outcomes.put(word, Reason.valueOf(reason.strip().toUpperCase(Locale.ROOT))));
        return outcomes;
    }

    TrustStore trust() {
        return new TrustStore(PREFIX + "trustStore", trustStore, trustStorePassword);
    }

    Backoff backoff() {
        return Backoff.of(backoffFirst, backoffLongest);
    }

    Quota.Terms quota() {
        return new Quota.Terms(requestsPerMinute, rateWindow, rateWait);
    }
}
