package dev.trunkline.vendor.webexcc;

import static java.util.function.Predicate.not;

import dev.trunkline.model.CallbackTime;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Callbacks on a call, with the platform's rules of time (sheet 4.2). Another Schedule on the same call changes the one before. */
record WebexccScheduling(WebexccTalk talk) {
    private static final Duration FURTHEST = Duration.ofDays(31);
    private static final Duration LEAD = Duration.ofMinutes(30);
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final int LONGEST_NAME = 250;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    void schedule() {
        Map<String, String> body = body();
        String before = talk.seat().notes(talk.order().callId()).callback();
        if (before.isEmpty()) {
            stands(talk.client().schedule(talk.agent(), WebexccBody.of(body)));
        } else {
            body.put("id", before);
            talk.client().reschedule(talk.agent(), before, WebexccBody.of(body));
            stands(before);
        }
    }

    void cancel() {
        String callback = talk.seat().notes(talk.order().callId()).callback();
        if (callback.isEmpty()) {
            throw new VendorException(Code.INVALID_STATE, "no callback of this call is known");
        }
        talk.client().cancelCallback(talk.agent(), callback);
        stands("");
    }

    /** No event of the call says so: it is told by us, as the effect of the command. */
    private void stands(String callback) {
        talk.seat().note(talk.order().callId(), notes -> notes.callback(callback));
        talk.said();
    }

    private Map<String, String> body() {
        WebexccCall call = talk.call();
        ZoneId zone =
                text("timeZone").map(ZoneId::of).orElse(talk.client().settings().callbackZone());
        ZonedDateTime from = moment("callbackTime").orElseThrow().atZone(zone);
        ZonedDateTime until = moment("callbackEndTime")
                .map(end -> end.atZone(zone))
                .orElse(from.plus(talk.client().settings().callbackFor()));
        times(from, until);
        Map<String, String> body = new LinkedHashMap<>();
        body.put("customerName", name(call));
        body.put("callbackNumber", number(text("callbackNumber").orElse(call.to())));
        body.put("timezone", zone.getId());
        body.put("scheduleDate", DAY.format(from));
        body.put("startTime", TIME.format(from));
        body.put("endTime", TIME.format(until));
        body.put("queueId", queue(call));
        text("comment").ifPresent(comment -> body.put("callbackReason", comment));
        if (call.id().matches("[0-9a-fA-F-]{36}")) {
            body.put("sourceInteraction", call.id());
        }
        return body;
    }

    private String name(WebexccCall call) {
        String name = text("customerName").orElse(call.to());
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static String number(String written) {
        String plain = written.replaceAll("[^0-9+]", "");
        if (!plain.matches("\\+?\\d{7,14}")) {
            throw new VendorException(Code.INVALID_NUMBER, "callbackNumber: 7 to 15 characters");
        }
        return plain;
    }

    private String queue(WebexccCall call) {
        return text("queueId")
                .or(() -> Optional.of(talk.client().settings().callbackQueue()).filter(not(String::isEmpty)))
                .or(() -> Optional.of(call.now().queue()).filter(not(String::isEmpty)))
                .orElseThrow(() -> new VendorException(
                        Code.INVALID_DATA, "queueId: Webex Contact Center puts callbacks into a queue"));
    }

    private Optional<Instant> moment(String name) {
        return text(name)
                .map(written -> CallbackTime.of(name, written, text("timeZone")).at());
    }

    private static void times(ZonedDateTime from, ZonedDateTime until) {
        Instant now = Instant.now();
        Duration length = Duration.between(from, until);
        if (from.toInstant().isBefore(now.plus(LEAD)) || from.toInstant().isAfter(now.plus(FURTHEST))) {
            throw new VendorException(
                    Code.INVALID_DATA, "callbackTime: Webex Contact Center takes half an hour to 31 days from now");
        }
        boolean fits = length.compareTo(SHORTEST) >= 0
                && length.compareTo(LONGEST) <= 0
                && from.toLocalDate().equals(until.toLocalDate());
        if (!fits) {
            throw new VendorException(
                    Code.INVALID_DATA, "callbackEndTime: half an hour to eight hours later, on the same day");
        }
    }

    private Optional<String> text(String name) {
        return talk.order().text(name).filter(not(String::isBlank));
    }
}
