package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.simulator.Control;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scheduled callbacks and the rules of their times (sheet 4.2). */
class CallbackTest extends AtTheDoor {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int FIRST_HOUR = 6;
    private static final int LAST_HOUR = 14;
    private static final List<String> ZONES = List.of(
            "Pacific/Auckland",
            "Asia/Tokyo",
            "Asia/Kolkata",
            "Europe/Berlin",
            "America/New_York",
            "America/Los_Angeles",
            "Pacific/Honolulu");
    private static final String SOURCE = "6b0d8f52-1c7e-4f9b-8a35-2f2a40e3f001";

    private String path() {
        return "/v1/callbacks/organization/" + rest.described().orgId() + "/scheduled-callback";
    }

    /** In two days, from ten to twelve in Chicago. */
    private ObjectNode callback() {
        ObjectNode callback = Rest.JSON.createObjectNode();
        callback.put("customerName", "Rosa Lund").put("callbackNumber", "+1 (312) 555-0142");
        callback.put("timezone", "America/Chicago");
        callback.put(
                "scheduleDate",
                LocalDate.now(ZoneId.of("America/Chicago")).plusDays(2).toString());
        callback.put("startTime", "10:00:00").put("endTime", "12:00:00");
        return callback.put("queueId", rest.described().queue("Support"));
    }

    /** Today, so many minutes from now, where that is the same day. */
    private ObjectNode today(int from, int minutes) {
        ZonedDateTime now = ZONES.stream()
                .map(zone -> ZonedDateTime.now(ZoneId.of(zone)))
                .filter(time -> time.getHour() >= FIRST_HOUR && time.getHour() < LAST_HOUR)
                .findFirst()
                .orElseThrow();
        ObjectNode callback = callback();
        callback.put("timezone", now.getZone().getId());
        callback.put("scheduleDate", now.toLocalDate().toString());
        callback.put("startTime", TIME.format(now.plusMinutes(from)));
        return callback.put("endTime", TIME.format(now.plusMinutes(from + minutes)));
    }

    private Rest.Reply create(JsonNode callback) throws IOException {
        return rest.post(path(), callback.toString());
    }

    private String created(JsonNode callback) throws IOException {
        Rest.Reply reply = create(callback);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.text("/id");
    }

    private List<String> listed(String query) throws IOException {
        Rest.Reply reply = rest.get(path() + "?" + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().findValuesAsText("id");
    }

    @Test
    void callbackShouldBeStoredAndAnswered() throws Exception {
        ObjectNode wanted = callback().put("callbackReason", "asked for it").put("sourceInteraction", SOURCE);
        Rest.Reply reply = create(wanted);

        assertThat(reply.status()).isEqualTo(201);
        wanted.properties()
                .forEach(field -> assertThat(reply.json().path(field.getKey()).asText())
                        .as(field.getKey())
                        .isEqualTo(field.getValue().asText()));
        assertThat(reply.text("/id")).isNotEmpty();
        assertThat(reply.text("/callbackOrigin")).isIn("api", "livecall");
        assertThat(reply.json().path("createdTimestamp").asLong()).isPositive();
        assertThat(reply.json().path("lastUpdatedTimestamp").asLong()).isPositive();
        assertThat(reply.text("/orgId")).isEqualTo(rest.described().orgId());
    }

    @Test
    void callbackShouldBeRead() throws Exception {
        String id = created(callback());
        Rest.Reply reply = rest.get(path() + "/" + id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/customerName")).isEqualTo("Rosa Lund");
    }

    @Test
    void unknownCallbackShouldNotBeFound() throws Exception {
        assertThat(rest.get(path() + "/" + SOURCE).status()).isEqualTo(404);
        assertThat(rest.delete(path() + "/" + SOURCE).status()).isEqualTo(404);
        assertThat(rest.put(path() + "/" + SOURCE, callback().put("id", SOURCE).toString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void callbackShouldBeMoved() throws Exception {
        String id = created(callback());
        ObjectNode moved = callback().put("startTime", "13:00:00").put("endTime", "14:00:00");
        Rest.Reply reply = rest.put(path() + "/" + id, moved.put("id", id).toString());

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(rest.get(path() + "/" + id).text("/startTime")).isEqualTo("13:00:00");
        assertThat(rest.get(path() + "/" + id).text("/id")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"true,400", "false,200"})
    void moveShouldNameItsIdTwiceWhereItMust(boolean setting, int status) throws Exception {
        restartWith("callbackIdInBody", setting);
        String id = created(callback());

        assertThat(rest.put(path() + "/" + id, callback().toString()).status()).isEqualTo(status);
        assertThat(rest.put(path() + "/" + id, callback().put("id", id).toString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void moveShouldKeepTheRules() throws Exception {
        String id = created(callback());

        assertThat(rest.put(
                                path() + "/" + id,
                                callback()
                                        .put("id", id)
                                        .put("endTime", "10:05:00")
                                        .toString())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void callbackShouldBeCancelled() throws Exception {
        String id = created(callback());

        assertThat(rest.delete(path() + "/" + id).status()).isBetween(200, 204);
        assertThat(rest.get(path() + "/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"customerName", "callbackNumber", "timezone", "scheduleDate", "startTime", "endTime", "queueId"})
    void whatIsRequiredShouldBeThere(String field) throws Exception {
        ObjectNode callback = callback();
        callback.remove(field);

        assertThat(create(callback).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "callbackNumber,123456",
        "callbackNumber,+1234567890123456",
        "callbackNumber,312-CALL-ME",
        "timezone,CHICAGO",
        "scheduleDate,22.11.2026",
        "scheduleDate,2020-01-01",
        "startTime,10:00",
        "startTime,25:00:00",
        "endTime,noon",
        "sourceInteraction,not-a-uuid"
    })
    void wrongFieldsShouldBeRefused(String field, String value) throws Exception {
        assertThat(create(callback().put(field, value)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3125550142", "+49 30 1234567", "(312) 555.0142", "5550142"})
    void numbersShouldBeWrittenInAnyWay(String number) throws Exception {
        created(callback().put("callbackNumber", number));
    }

    @ParameterizedTest
    @CsvSource({"250,201", "251,400"})
    void nameShouldNotBeTooLong(int length, int status) throws Exception {
        assertThat(create(callback().put("customerName", "x".repeat(length))).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"0,400", "30,201", "120,201", "480,201", "481,400", "29,400"})
    void windowShouldBeFromHalfAnHourToEight(int minutes, int status) throws Exception {
        String end = TIME.format(LocalTime.of(10, 0).plusMinutes(minutes));

        assertThat(create(callback().put("endTime", end)).status()).isEqualTo(status);
    }

    @Test
    void endShouldNotBeBeforeTheStart() throws Exception {
        assertThat(create(callback().put("endTime", "09:00:00")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"-60,400", "15,400", "60,201", "180,201"})
    void startShouldBeHalfAnHourAhead(int minutes, int status) throws Exception {
        assertThat(create(today(minutes, 60)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"30,201", "33,400", "-1,400"})
    void dayShouldBeWithinAMonth(int days, int status) throws Exception {
        LocalDate day = LocalDate.now(ZoneId.of("America/Chicago")).plusDays(days);

        assertThat(create(callback().put("scheduleDate", day.toString())).status())
                .isEqualTo(status);
    }

    @Test
    void timesShouldBeThoseOfTheTimezone() throws Exception {
        ObjectNode here = today(60, 60);
        String other = ZoneId.of(here.path("timezone").asText()).equals(ZoneId.of("Pacific/Kiritimati"))
                ? "Pacific/Honolulu"
                : "Pacific/Kiritimati";
        created(here);

        assertThat(create(here.put("timezone", other)).status()).isEqualTo(400);
    }

    @Test
    void callbacksShouldBeFoundByNumberOrAgent() throws Exception {
        String agentId = rest.described().agentId("alice");
        String mine = created(callback().put("assigneeAgent", agentId));
        String other = created(callback().put("callbackNumber", "3125550177"));

        assertThat(listed("assigneeAgent=" + agentId)).contains(mine).doesNotContain(other);
        assertThat(listed("callbackNumber=3125550177")).contains(other).doesNotContain(mine);
        assertThat(listed("callbackNumber=3125559999")).isEmpty();
    }

    @Test
    void personalCallbackShouldSayWhenItWasAssigned() throws Exception {
        Rest.Reply reply =
                create(callback().put("assigneeAgent", rest.described().agentId("alice")));

        assertThat(reply.json().path("assignedTime").asText()).isNotEmpty().isNotEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "page=0", "callbackNumber=3125550142&pageSize=101", "callbackNumber=3125550142&sortBy=colour"
            })
    void searchesShouldBeWellFormed(String query) throws Exception {
        assertThat(rest.get(path() + "?" + query).status()).isEqualTo(400);
    }

    @Test
    void searchShouldBePagedAndSorted() throws Exception {
        String agentId = rest.described().agentId("alice");
        String zoe = created(callback().put("assigneeAgent", agentId).put("customerName", "Zoe"));
        String ann = created(callback().put("assigneeAgent", agentId).put("customerName", "Ann"));
        String query = "assigneeAgent=" + agentId + "&pageSize=1&sortBy=customerName";

        assertThat(listed(query + "&sortOrder=asc&page=0")).containsExactly(ann);
        assertThat(listed(query + "&sortOrder=asc&page=1")).containsExactly(zoe);
        assertThat(listed(query + "&sortOrder=desc&page=0")).containsExactly(zoe);
    }

    @Test
    void booksShouldHaveEveryCallback() throws Exception {
        String id = created(callback());
        rest.delete(path() + "/" + id);
        JsonNode booked = new Control(simulators)
                .get("/platforms/webexcc/callbacks")
                .json()
                .path(0);

        assertThat(booked.path("callbackId").asText()).isEqualTo(id);
        assertThat(booked.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(booked.path("agent").asText()).isEqualTo("alice");
    }

    @Test
    void otherOrganisationShouldNotBeServed() throws Exception {
        assertThat(rest.post(
                                path().replace(rest.described().orgId(), SOURCE),
                                callback().toString())
                        .status())
                .isIn(403, 404);
    }

    @Test
    void tokenShouldBeNeeded() throws Exception {
        assertThat(rest.withToken("none").post(path(), callback().toString()).status())
                .isEqualTo(401);
    }
}
