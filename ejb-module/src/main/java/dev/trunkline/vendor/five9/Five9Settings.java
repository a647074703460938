package dev.trunkline.vendor.five9;

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
 * Everything an operator may set, as {@code trunkline.five9.<component>}. Durations are {@code 500ms}, {@code 10s}, {@code 2m} or ISO 8601.
 *
 * @param url log-in host, for example {@code https://app.five9.com}; empty if there is no such platform here
 * @param allowedHosts domain suffixes: to no other host that an answer names an agent's token is sent (sheet 1.1)
 * @param trustStore certificates to trust besides none other: a PEM, PKCS12 or JKS file; empty = Java's own
 * @param trustStorePassword of a PKCS12 or JKS file
 * @param connectTimeout for REST and for the event stream
 * @param readTimeout longest wait for an answer
 * @param backoffFirst wait before the first reconnect
 * @param backoffLongest the wait grows up to this
 * @param mode whose session it is (sheet 2.4)
 * @param stationType of the phone that a session is begun with; its id is the agent's extension
 * @param authStyle what shows who asks (sheet 2.2)
 * @param appKey how we call ourselves at log-in
 * @param acceptNotices whether maintenance notices, which stop all work, are accepted for the agent (sheet 10)
 * @param spreadTime so long after a log-in another host may not know of it (sheet 2.2)
 * @param spreadPause then it is asked again after this, three times
 * @param pingInterval between two pings (sheet 5.2)
 * @param pongWithin a ping that is not answered by then means that the connection is dead
 * @param watchInterval so often it is looked whether the event stream is silent; 0 = never
 * @param silentAfter while a call is up, so much silence makes us read (sheet 5.6)
 * @param idleAfter while none is, this much
 * @param moveAfter after the word that the organisation moves, so long is waited for the word that it has moved (sheet 5.6)
 * @param dialLook a call that is not told by then is looked for; again after twice and four times that (sheet 3.2)
 * @param endWindow the end of a call that nobody was seen to answer is told so late, for events come out of order; 0 = at once
 * @param noAnswerAfter who has let it ring for so long did not answer; who ended it before is not known (sheet 6.3)
 * @param stepTimeout longest wait for the first step of a verb that takes two
 * @param numbers how numbers are written to the platform (sheet 3.4)
 * @param defaultCampaign id or name of the campaign of a dial that names none
 * @param campaignRequired whether a dial without any is refused by us
 * @param skipDncCheck whether dials step over the organisation's do-not-call list: an administrator's audited choice (sheet 3.1)
 * @param checkMultipleContacts whether the platform asks which of several contacts is meant
 * @param defaultWrapup id or name of the disposition where the agent names none
 * @param defaultNotReady id or name of the reason where the agent names none
 * @param hangUp by which request a call is ended (sheet 4)
 * @param consult what a consult is begun as (sheet 4)
 * @param fromAddress what stands there (contract R17)
 * @param refusals {@code pattern=CODE} separated by semicolons: what is found in code, context or text of a refusal, before our own (sheet 3.5)
 */
public record Five9Settings(
        Optional<URI> url,
        List<String> allowedHosts,
        String trustStore,
        Credential trustStorePassword,
        Duration connectTimeout,
        Duration readTimeout,
        Duration backoffFirst,
        Duration backoffLongest,
        Mode mode,
        String stationType,
        AuthStyle authStyle,
        String appKey,
        boolean acceptNotices,
        Duration spreadTime,
        Duration spreadPause,
        Duration pingInterval,
        Duration pongWithin,
        Duration watchInterval,
        Duration silentAfter,
        Duration idleAfter,
        Duration moveAfter,
        Duration dialLook,
        Duration endWindow,
        Duration noAnswerAfter,
        Duration stepTimeout,
        Numbers numbers,
        String defaultCampaign,
        boolean campaignRequired,
        boolean skipDncCheck,
        boolean checkMultipleContacts,
        String defaultWrapup,
        String defaultNotReady,
        HangUp hangUp,
        ConsultAs consult,
        FromAddress fromAddress,
        String refusals) {
    static final String PREFIX = "trunkline.five9.";

    /** Whose session it is. */
    public enum Mode {
        /** The agent's own, begun and ended at Five9's desktop. */
        ATTACH,
        /** Ours. */
        OWN
    }

    /** What a request carries. */
    public enum AuthStyle {
        BOTH,
        HEADERS,
        COOKIES;

        boolean headers() {
            return this != COOKIES;
        }

        boolean cookies() {
            return this != HEADERS;
        }
    }

    /** How a number is written. */
    public enum Numbers {
        /** As the client wrote it. */
        RAW,
        /** Ten digits. */
        NANP10,
        E164
    }

    /** How a call is ended. */
    public enum HangUp {
        DISCONNECT,
        /** With the default disposition, where there is no other way. */
        DISPOSE
    }

    /** What a consult is begun as. */
    public enum ConsultAs {
        TRANSFER,
        CONFERENCE
    }

    /** What {@code fromAddress} is. */
    public enum FromAddress {
        AGENT,
        CUSTOMER
    }

    /** As this installation is configured. */
    static Five9Settings configured() {
        return read(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
    }

    static Five9Settings read(Function<String, Optional<String>> source) {
        Values values = new Values(PREFIX, source);
        return new Five9Settings(
                values.text("url").map(Five9Settings::base),
                words(values.text("allowedHosts", ".five9.com,.five9.eu,.five9.ca")),
                values.text("trustStore", ""),
                new Credential(values.text("trustStorePassword", "")),
                values.duration("connectTimeout", "5s"),
                values.duration("readTimeout", "15s"),
                values.duration("backoffFirst", "1s"),
                values.duration("backoffLongest", "30s"),
                values.word("mode", Mode.ATTACH),
                values.text("stationType", "STATION"),
                values.word("authStyle", AuthStyle.BOTH),
                values.text("appKey", "trunkline"),
                values.flag("acceptNotices", true),
                values.duration("spreadTime", "10s"),
                values.duration("spreadPause", "2s"),
                values.duration("pingInterval", "15s"),
                values.duration("pongWithin", "30s"),
                values.duration("watchInterval", "5s"),
                values.duration("silentAfter", "30s"),
                values.duration("idleAfter", "60s"),
                values.duration("moveAfter", "5s"),
                values.duration("dialLook", "3s"),
                values.duration("endWindow", "300ms"),
                values.duration("noAnswerAfter", "25s"),
                values.duration("stepTimeout", "3s"),
                values.word("numbers", Numbers.RAW),
                values.text("defaultCampaign", ""),
                values.flag("campaignRequired", true),
                values.flag("skipDncCheck", false),
                values.flag("checkMultipleContacts", false),
                values.text("defaultWrapup", ""),
                values.text("defaultNotReady", "0"),
                values.word("hangUp", HangUp.DISCONNECT),
                values.word("consult", ConsultAs.TRANSFER),
                values.word("fromAddress", FromAddress.AGENT),
                Five9ErrorMapper.checked(values.text("refusals", "")));
    }

    /** Operators write it with what follows, too. */
    private static URI base(String text) {
        return URI.create(text.replaceFirst("/+$", "").replaceFirst("/appsvcs/rs/svc$", ""));
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
