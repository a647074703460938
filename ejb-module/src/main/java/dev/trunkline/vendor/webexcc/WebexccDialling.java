package dev.trunkline.vendor.webexcc;

import static java.util.function.Predicate.not;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.webexcc.wire.Ani;
import dev.trunkline.vendor.webexcc.wire.Profile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dial: asked for once, since the platform has no key against doing it twice (sheet 7). What becomes of it is told. */
record WebexccDialling(WebexccClient client, AgentSession agent, WebexccSeat seat) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_ATTRIBUTES = 30;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 1024;
    private static final int LONGEST_NUMBER = 36;

    void place(Dial dial) {
        atWork();
        heard();
        if (!option(dial, "campaignId").isEmpty()) {
            throw new VendorException(Code.INVALID_DATA, "campaignId: Webex Contact Center dials no campaign by hand");
        }
        limits(dial.variables());
        Profile profile = new WebexccCodes(client, agent, seat).profile();
        if (!profile.outdialEnabled()) {
            throw new VendorException(Code.FORBIDDEN, "the agent's desktop profile does not allow outdial");
        }
        String number = WebexccNumbers.dialled(client.settings(), dial.toAddress(), option(dial, "region"));
        if (number.length() > LONGEST_NUMBER) {
            throw new VendorException(Code.INVALID_NUMBER, "toAddress: Webex Contact Center takes 36 characters");
        }
        String body = WebexccBody.dial(entryPoint(dial, profile), number, origin(dial, profile), dial.variables());
        send(dial, number, body);
    }

    private void send(Dial dial, String number, String body) {
        String command = dial.commandId();
        seat.dials().begin(command, number);
        try {
            seat.dials().answered(command, client.dial(agent, body));
        } catch (VendorException failed) {
            if (failed.effect() == Effect.NONE) {
                seat.dials().over(command);
            } else {
                seat.dials().answered(command, "");
            }
            throw failed;
        } finally {
            seat.follow().dialled();
        }
    }

    private void atWork() {
        if (seat.agent().filter(now -> !now.in()).isPresent()) {
            throw new VendorException(Code.NOT_LOGGED_IN, "the agent has no station session");
        }
    }

    /** What becomes of it is told, not answered. */
    private void heard() {
        if (!seat.heardWithin(PATIENCE)) {
            throw new VendorException(Code.LINK_DOWN, "the event stream does not stand; nothing was dialled");
        }
    }

    /** The platform's own (sheet 7), said before it is asked. */
    static void limits(Map<String, String> variables) {
        boolean fits = variables.size() <= MOST_ATTRIBUTES
                && variables.entrySet().stream()
                        .allMatch(one -> bytes(one.getKey()) <= LONGEST_NAME && bytes(one.getValue()) <= LONGEST_VALUE);
        if (!fits) {
            throw new VendorException(
                    Code.INVALID_DATA,
                    "variables: Webex Contact Center takes 30, names of 200 bytes and values of 1024");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private String entryPoint(Dial dial, Profile profile) {
        return first(option(dial, "queueId"), client.settings().entryPointId(), profile.entryPointId())
                .orElseThrow(() -> new VendorException(
                        Code.INVALID_DATA, "queueId: neither the desktop profile nor a setting has an entry point"));
    }

    /** It must be one of the agent's list, exactly (sheet 3.1). */
    private String origin(Dial dial, Profile profile) {
        String wanted = first(option(dial, "callerId"), client.settings().ani()).orElse("");
        List<Ani> list = client.directory().anis(agent, profile.aniListId());
        if (wanted.isEmpty()) {
            return usual(list);
        }
        return list.stream()
                .map(Ani::number)
                .filter(number -> number.equals(wanted) || number.equals("+" + wanted))
                .findFirst()
                .or(() -> list.isEmpty() ? Optional.of(wanted) : Optional.empty())
                .orElseThrow(() -> new VendorException(
                        Code.INVALID_DATA, "callerId: it is not in the list of the agent's desktop profile"));
    }

    private static String usual(List<Ani> list) {
        return list.stream()
                .filter(Ani::usual)
                .findFirst()
                .or(() -> list.stream().findFirst())
                .map(Ani::number)
                .orElseThrow(() -> new VendorException(
                        Code.INVALID_DATA, "callerId: neither the desktop profile nor a setting has one to show"));
    }

    private static Optional<String> first(String... texts) {
        return List.of(texts).stream().filter(not(String::isEmpty)).findFirst();
    }

    private static String option(Dial dial, String name) {
        Object value = dial.options().get(name);
        return value == null ? "" : value.toString();
    }
}
