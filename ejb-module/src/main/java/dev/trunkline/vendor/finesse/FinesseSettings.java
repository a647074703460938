package dev.trunkline.vendor.finesse;

import dev.trunkline.config.Values;
import dev.trunkline.model.Credential;
import dev.trunkline.port.Backoff;
import dev.trunkline.port.http.TrustStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Everything an operator may set, as {@code trunkline.finesse.<component>}. Durations are {@code 500ms}, {@code 10s}, {@code 2m}
 * or ISO 8601.
 *
 * @param url the first node, for example {@code https://fin-a.example.net:8445}; empty if there is no Finesse here
 * @param secondUrl the other node, tried when the first is not in service
 * @param xmppPort port of XMPP over direct TLS; 0 = what SystemInfo says, else 5223
 * @param trustStore certificates to trust besides none other: a PEM, PKCS12 or JKS file; empty = Java's own
 * @param trustStorePassword of a PKCS12 or JKS file
 * @param connectTimeout for REST and XMPP
 * @param readTimeout longest wait for an answer, REST and XMPP (sheet 7)
 * @param pingInterval between two XMPP pings; Finesse wants one every 20 s at least (sheet 5.1)
 * @param pingMisses so many pings without an answer, and the connection is dead
 * @param backoffFirst wait before the first reconnect
 * @param backoffLongest the wait doubles up to this; Finesse logs the agent out 60 s after we were last seen (sheet 2.5)
 * @param defaultForm {@code Finesse} or {@code Cisco}: the form for whoever named none (contract 3.3)
 * @param defaultWrapup label of the wrap-up reason where the agent names none
 * @param defaultNotReady id or label of the Not Ready reason where the agent names none
 * @param resource our XMPP resource: another one on each gateway node (sheet 2.3)
 * @param callVariableBytes longest value of a callVariable (sheet 3.2)
 * @param eccBytes longest sum of names and values of the ECC variables
 * @param authMode how the agents' credentials are sent: {@code auto} (as SystemInfo says), {@code basic} or {@code bearer}
 * @param dialFrom from which state Finesse dials: {@code auto} (Not Ready on Unified CCX, else any), {@code notReady} (CCE before
 *     12.5 too, whose release no API tells) or {@code any}
 * @param stepTimeout longest wait for the first step of what takes two: Not Ready before a dial, Hold before Retrieve
 * @param restoreReady after a failover, an agent who was Ready and was put to Not Ready by it is set Ready again; off, because
 *     nobody can see from here whether he still sits there (sheet 5.6: only where policy allows)
 * @param subscribe subscribe our own XMPP address to the agent's two nodes besides what Finesse does by itself; see
 *     {@link FinesseConnection}
 * @param callbackZone in which zone Finesse reads the time of a callback: see {@link FinesseCallbackZone}
 * @param reconcileInterval while a call is up, the agent is read so often, to find what was not pushed; 0 = never
 */
public record FinesseSettings(
        Optional<URI> url,
        Optional<URI> secondUrl,
        int xmppPort,
        String trustStore,
        Credential trustStorePassword,
        Duration connectTimeout,
        Duration readTimeout,
        Duration pingInterval,
        int pingMisses,
        Duration backoffFirst,
        Duration backoffLongest,
        String defaultForm,
        String defaultWrapup,
        String defaultNotReady,
        String resource,
        int callVariableBytes,
        int eccBytes,
        AuthMode authMode,
        DialFrom dialFrom,
        Duration stepTimeout,
        boolean restoreReady,
        boolean subscribe,
        FinesseCallbackZone callbackZone,
        Duration reconcileInterval) {
    static final String PREFIX = "trunkline.finesse.";

    /** How a credential is sent by REST. */
    public enum AuthMode {
        AUTO,
        BASIC,
        BEARER
    }

    /** From which agent state Finesse dials. */
    public enum DialFrom {
        AUTO,
        NOT_READY,
        ANY
    }

    /** As this installation is configured. */
    static FinesseSettings configured() {
        return read(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
    }

    static FinesseSettings read(Function<String, Optional<String>> source) {
        Values values = new Values(PREFIX, source);
        return new FinesseSettings(
                values.text("url").map(URI::create),
                values.text("secondUrl").map(URI::create),
                values.number("xmppPort", 0),
                values.text("trustStore", ""),
                new Credential(values.text("trustStorePassword", "")),
                values.duration("connectTimeout", "3s"),
                values.duration("readTimeout", "10s"),
                values.duration("pingInterval", "10s"),
                values.number("pingMisses", 2),
                values.duration("backoffFirst", "1s"),
                values.duration("backoffLongest", "8s"),
                values.text("defaultForm", "Finesse"),
                values.text("defaultWrapup", ""),
                values.text("defaultNotReady", ""),
                values.text("resource", "trunkline"),
                values.number("callVariableBytes", 40),
                values.number("eccBytes", 2000),
                values.word("authMode", AuthMode.AUTO),
                values.word("dialFrom", DialFrom.AUTO),
                values.duration("stepTimeout", "3s"),
                values.flag("restoreReady", false),
                values.flag("subscribe", false),
                new FinesseCallbackZone(values.text("callbackZone", "customer")),
                values.duration("reconcileInterval", "15s"));
    }

    TrustStore trust() {
        return new TrustStore(PREFIX + "trustStore", trustStore, trustStorePassword);
    }

    /** The nodes of this installation, in the order in which they are tried. */
    List<URI> nodes() {
        return Stream.of(url, secondUrl).flatMap(Optional::stream).toList();
    }

    Backoff backoff() {
        return Backoff.of(backoffFirst, backoffLongest);
    }
}
