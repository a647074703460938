package dev.trunkline.vendor.gws;

import dev.trunkline.config.Values;
import dev.trunkline.model.Credential;
import dev.trunkline.port.Backoff;
import dev.trunkline.port.http.TrustStore;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Everything an operator may set, as {@code trunkline.gws.<component>}. Durations are {@code 500ms}, {@code 10s}, {@code 2m} or ISO 8601.
 *
 * @param url for example {@code http://gws.example.net:8090}, what stands before {@code /api/v2}; empty if there is no such platform here
 * @param trustStore certificates to trust besides none other: a PEM, PKCS12 or JKS file; empty = Java's own
 * @param trustStorePassword of a PKCS12 or JKS file
 * @param connectTimeout for REST and for polls
 * @param readTimeout longest wait for an answer (sheet 7: up to 2 s are usual)
 * @param networkDelay a poll whose answer is so much later than the server promised is dead (sheet 1)
 * @param connections most of them, of all agents together: each agent parks one poll
 * @param backoffFirst wait before the first reconnect
 * @param backoffLongest the wait grows up to this
 * @param watchInterval while a call is up, the agent's calls are read so often, to find what was not told; 0 = never
 * @param wrapUpWindow work after a call that has not begun by then does not come any more (contract 3.4)
 * @param ringThreshold who has let it ring for so long did not answer; who ended it before is not known (sheet 6)
 * @param stepTimeout longest wait for the first step of a verb that takes two
 * @param correlationKey member of the user data that carries our command's id, by which a call is found again; empty: none is sent
 * @param dispositionKey member of the user data that an outcome is written into
 * @param wrapUpCodes outcomes that agents may choose; empty: any text
 * @param defaultWrapup outcome where the agent names none
 * @param defaultNotReady id, operation or label of Not Ready where the agent names none
 * @param place at which agents begin, {@code {extension}} stands for theirs; empty: each one's own
 * @param queue with which they log in; mostly empty
 * @param consult what a consult is begun as (sheet 4.1): the switch may keep to it
 * @param ack whether lost answers of polls are asked for again, where the server can (sheet 5.5)
 * @param invalidNumberWords by which the text of an error shows that the number was none (sheet 6)
 */
public record GwsSettings(
        Optional<URI> url,
        String trustStore,
        Credential trustStorePassword,
        Duration connectTimeout,
        Duration readTimeout,
        Duration networkDelay,
        int connections,
        Duration backoffFirst,
        Duration backoffLongest,
        Duration watchInterval,
        Duration wrapUpWindow,
        Duration ringThreshold,
        Duration stepTimeout,
        String correlationKey,
        String dispositionKey,
        List<String> wrapUpCodes,
        String defaultWrapup,
        String defaultNotReady,
        String place,
        String queue,
        ConsultAs consult,
        boolean ack,
        List<String> invalidNumberWords) {
    static final String PREFIX = "trunkline.gws.";

    /** What a consult is begun as. */
    public enum ConsultAs {
        TRANSFER("InitiateTransfer"),
        CONFERENCE("InitiateConference");

        private final String operation;

        ConsultAs(String operation) {
            this.operation = operation;
        }

        String operation() {
            return operation;
        }
    }

    /** As this installation is configured. */
    static GwsSettings configured() {
        return read(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
    }

    static GwsSettings read(Function<String, Optional<String>> source) {
        Values values = new Values(PREFIX, source);
        return new GwsSettings(
                values.text("url").map(GwsSettings::base),
                values.text("trustStore", ""),
                new Credential(values.text("trustStorePassword", "")),
                values.duration("connectTimeout", "3s"),
                values.duration("readTimeout", "15s"),
                values.duration("networkDelay", "10s"),
                values.number("connections", 10_000),
                values.duration("backoffFirst", "1s"),
                values.duration("backoffLongest", "30s"),
                values.duration("watchInterval", "15s"),
                values.duration("wrapUpWindow", "2s"),
                values.duration("ringThreshold", "25s"),
                values.duration("stepTimeout", "3s"),
                values.text("correlationKey", "gwRequestId"),
                values.text("dispositionKey", "DispositionCode"),
                words(values.text("wrapUpCodes", "")),
                values.text("defaultWrapup", ""),
                values.text("defaultNotReady", "NotReady"),
                values.text("place", ""),
                values.text("queue", ""),
                values.word("consult", ConsultAs.TRANSFER),
                values.flag("ack", true),
                words(values.text("invalidNumberWords", "invalid,destination")));
    }

    /** Operators write it with what follows, too. */
    private static URI base(String text) {
        return URI.create(text.replaceFirst("/+$", "").replaceFirst("/api/v2$", ""));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    TrustStore trust() {
        return new TrustStore(PREFIX + "trustStore", trustStore, trustStorePassword);
    }

    Backoff backoff() {
        return Backoff.of(backoffFirst, backoffLongest);
    }
}
