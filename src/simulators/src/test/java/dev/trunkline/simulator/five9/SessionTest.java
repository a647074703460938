package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From log-in to work: states, notices, skills, stations (sheet 2.3, 2.4, 9.1.3). */
class SessionTest extends LoggedOut {
    private Worker alice() throws IOException {
        return Worker.loggedIn(simulators, "alice");
    }

    @Test
    void stateShouldBeABareQuotedString() throws Exception {
        rest.logIn("alice");

        assertThat(rest.agent("login_state").body()).isEqualTo("\"SELECT_STATION\"");
    }

    @Test
    void stationShouldLeadToWork() throws Exception {
        try (Worker alice = alice()) {
            assertThat(alice.startSession().ok()).isTrue();
            assertThat(alice.rest().loginState()).isEqualTo("WORKING");
            Set<String> missing = new HashSet<>(Set.of("18", "17"));
            alice.socket().until(frame -> {
                missing.remove(Socket.eventId(frame));
                return missing.isEmpty();
            });
        }
    }

    @Test
    void stationShouldBeReadable() throws Exception {
        try (Worker alice = alice()) {
            alice.startSession();
            JsonNode station = alice.rest().agent("station").json();

            assertThat(station.path("stationId").asText()).isEqualTo(alice.extension());
            assertThat(station.path("stationType").asText()).isEqualTo("STATION");
            assertThat(alice.rest().agent("station_state").status()).isEqualTo(200);
            assertThat(alice.rest().put("station/restart", "{\"value\":null}").ok())
                    .isTrue();
        }
    }

    @Test
    void stateOfTheStationMayBeSaid() throws Exception {
        try (Worker alice = alice()) {
            String body = alice.station().replace("}", ",\"state\":\"DISCONNECTED\"}");

            assertThat(alice.rest().put("session_start?force=true", body).ok()).isTrue();
            assertThat(alice.rest().loginState()).isEqualTo("WORKING");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stationId\":\"none\",\"stationType\":\"STATION\"}",
                "{\"stationType\":\"STATION\"}",
                "{\"stationId\":\"1001\",\"stationType\":\"TELEX\"}",
                "{"
            })
    void stationThatIsNoneShouldBeRefused(String body) throws Exception {
        try (Worker alice = alice()) {
            Rest.Reply reply = alice.rest().put("session_start?force=true", body);

            assertThat(reply.status()).isBetween(400, 499);
            assertThat(alice.rest().loginState()).isEqualTo("SELECT_STATION");
        }
    }

    @Test
    void ownNumberShouldBeAStationToo() throws Exception {
        try (Worker alice = alice()) {
            String body = "{\"stationId\":\"6085550100\",\"stationType\":\"PSTN\"}";

            assertThat(alice.rest().put("session_start?force=true", body).ok()).isTrue();
            assertThat(alice.rest().loginState()).isEqualTo("WORKING");
        }
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false"})
    void sessionWithoutAStationShouldDialWhereItCan(boolean setting, boolean dials) throws Exception {
        restartWith("five9.emptyStationDials", setting);
        try (Worker alice = alice()) {
            alice.rest().put("session_start?force=true", "{\"stationId\":null,\"stationType\":\"EMPTY\"}");
            assertThat(alice.rest().loginState()).isEqualTo("WORKING");
            alice.ready();
            Rest.Reply reply = alice.dial(Quick.NUMBER);

            assertThat(reply.status()).isEqualTo(dials ? 200 : 435);
            assertThat(simulators.books()).hasSize(dials ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {435, 409})
    void secondStartShouldBeADuplicateUnlessForced(int status) throws Exception {
        restartWith("five9.duplicateLoginStatus", status);
        try (Worker alice = alice()) {
            alice.startSession();
            Rest second = new Rest(simulators);
            second.logIn("alice", "AttachExisting");

            assertThat(second.put("session_start", alice.station()).code()).isEqualTo(status + " DUPLICATE_LOGIN");
            assertThat(alice.rest().loginState()).isEqualTo("WORKING");
            assertThat(second.put("session_start?force=true", alice.station()).ok())
                    .isTrue();
            assertThat(second.loginState()).isEqualTo("WORKING");
        }
    }

    @Test
    void firstStartShouldNeedNoForce() throws Exception {
        try (Worker alice = alice()) {
            assertThat(alice.rest().put("session_start", alice.station()).ok()).isTrue();
        }
    }

    @Test
    void workBeforeItsTimeShouldBeRefused() throws Exception {
        try (Worker alice = alice()) {
            Rest.Reply reply = alice.rest()
                    .post("interactions/make_external_call", Worker.dialling(Quick.NUMBER, "300000000000483"));

            assertThat(reply.code()).isEqualTo("435 LOGIN");
            assertThat(reply.error()).isEqualTo("435 3");
            assertThat(reply.message()).contains("SELECT_STATION", "WORKING");
            assertThat(alice.ready().code()).isEqualTo("435 LOGIN");
            assertThat(simulators.books()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "1,true", "2,true"})
    void noticesShouldBeAcceptedOneByOne(int notices, boolean afterwards) throws Exception {
        simulators.close();
        start(Quick.unhurried().with("five9.notices", notices).with("five9.noticesAfterStart", afterwards));
        try (Worker alice = alice()) {
            if (afterwards) {
                assertThat(alice.rest().loginState()).isEqualTo("SELECT_STATION");
                alice.startSession();
            }
            assertThat(alice.rest().loginState()).isEqualTo("ACCEPT_NOTICE");
            JsonNode told = alice.rest().agent("maintenance_notices").json();
            assertThat(told.size()).isEqualTo(notices);
            for (JsonNode notice : told) {
                assertThat(alice.rest().loginState()).isEqualTo("ACCEPT_NOTICE");
                accept(alice, notice);
            }
            assertThat(alice.rest().loginState()).isNotEqualTo("ACCEPT_NOTICE");
            alice.becomeWorking();
        }
    }

    private static void accept(Worker alice, JsonNode notice) throws IOException {
        assertThat(notice.path("accepted").isBoolean()).isTrue();
        assertThat(notice.path("accepted").asBoolean()).isFalse();
        assertThat(notice.path("text").asText()).contains("<");
        assertThat(notice.has("annotation")).isTrue();
        String id = notice.path("id").asText();
        Rest.Reply reply = alice.rest().put("maintenance_notices/" + id + "/accept", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/id")).isEqualTo(id);
        assertThat(reply.json().path("accepted").asBoolean()).isTrue();
    }

    @Test
    void unknownNoticeShouldNotBeAccepted() throws Exception {
        restartWith("five9.notices", 1);
        try (Worker alice = alice()) {
            assertThat(alice.rest().put("maintenance_notices/none/accept", "").ok())
                    .isFalse();
            assertThat(alice.rest().loginState()).isEqualTo("ACCEPT_NOTICE");
        }
    }

    @Test
    void dialWithANoticeDueShouldBeRefused() throws Exception {
        try (Worker alice = Worker.atWork(simulators, "alice")) {
            alice.fault("{\"kind\":\"notice\",\"agent\":\"alice\"}");
            assertThat(alice.until("17")).endsWith("17");
            assertThat(alice.rest().loginState()).isEqualTo("ACCEPT_NOTICE");
            Rest.Reply reply = alice.dial(Quick.NUMBER);

            assertThat(reply.code()).isEqualTo("435 LOGIN");
            assertThat(reply.message()).contains("ACCEPT_NOTICE");
            alice.becomeWorking();
            alice.talk();
        }
    }

    @Test
    void skillsShouldBeSelectedWhereTheyAre() throws Exception {
        restartWith("five9.selectSkills", true);
        try (Worker alice = alice()) {
            List<String> states = new ArrayList<>(List.of(alice.rest().loginState()));
            alice.startSession();
            states.add(alice.rest().loginState());
            assertThat(states).contains("SELECT_SKILLS");
            JsonNode skills = alice.rest().agent("skills").json();

            assertThat(skills.size()).isPositive();
            assertThat(skills.at("/0/id").isTextual()).isTrue();
            alice.becomeWorking();
        }
    }

    @ParameterizedTest
    @CsvSource({"true,400", "false,200"})
    void skillsShouldBeSpelledAsTheyAreWhereThatIsChecked(boolean strict, int status) throws Exception {
        simulators.close();
        start(Quick.unhurried().with("five9.selectSkills", true).with("five9.strictBodies", strict));
        try (Worker alice = alice()) {
            if (!alice.rest().loginState().equals("SELECT_SKILLS")) {
                alice.startSession();
            }
            String id = alice.rest().agent("skills").text("/0/id");

            assertThat(alice.rest().put("active_skills", "[\"" + id + "\"]").status())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"select-skills,SELECT_SKILLS", "relogin,RELOGIN", "notice,ACCEPT_NOTICE"})
    void statesShouldComeBackInTheMiddleOfWork(String kind, String state) throws Exception {
        try (Worker alice = Worker.atWork(simulators, "alice")) {
            alice.fault("{\"kind\":\"" + kind + "\",\"agent\":\"alice\"}");
            alice.until("17");

            assertThat(alice.rest().loginState()).isEqualTo(state);
            assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("435 LOGIN");
            alice.becomeWorking();
            alice.ready();
            alice.talk();
        }
    }

    @Test
    void stationThatIsGoneShouldBeToldAndNotDial() throws Exception {
        try (Worker alice = Worker.atWork(simulators, "alice")) {
            alice.fault("{\"kind\":\"station-gone\",\"agent\":\"alice\"}");
            alice.until("42");

            assertThat(alice.rest().agent("station").text("/stationType")).isEqualTo("EMPTY");
            assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(435);
            alice.startSession();
            assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(200);
        }
    }

    @Test
    void sessionShouldStop() throws Exception {
        try (Worker alice = Worker.atWork(simulators, "alice")) {
            assertThat(alice.rest().agent("can_stop_session").status()).isEqualTo(200);
            assertThat(alice.rest().put("session_stop", "").ok()).isTrue();
            alice.until("17");

            assertThat(alice.rest().loginState()).isEqualTo("SELECT_STATION");
            assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("435 LOGIN");
        }
    }

    @Test
    void loggedOutAgentShouldHaveToComeBack() throws Exception {
        try (Worker alice = Worker.atWork(simulators, "alice")) {
            alice.fault("{\"kind\":\"logged-out\",\"agent\":\"alice\"}");

            assertThat(alice.rest().loginState()).isNotEqualTo("WORKING");
            assertThat(alice.dial(Quick.NUMBER).ok()).isFalse();
            assertThat(alice.rest().logIn("alice").ok()).isTrue();
            alice.becomeWorking();
        }
    }
}
