package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Options;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dial must say, and how it is refused where it does not (sheet 3.1, 3.5, 9.4). */
class DialTest extends AtWork {
    /** Of two contacts. */
    private static final String SHARED = Quick.AREA + "0191";

    private static final String DO_NOT_CALL = Quick.AREA + "0177";

    @Override
    Options usual() {
        return Quick.unhurried().with("five9.doNotCall", DO_NOT_CALL);
    }

    private Rest.Reply dial(String number, String more) throws IOException {
        return alice.dialWith(
                "{\"number\":\"" + number + "\",\"campaignId\":\"" + alice.campaign() + "\"" + more + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"campaignId\":\"CAMPAIGN\"}",
                "{\"number\":\"\",\"campaignId\":\"CAMPAIGN\"}",
                "{\"number\":null,\"campaignId\":\"CAMPAIGN\"}",
                "{\"number\":\"call me\",\"campaignId\":\"CAMPAIGN\"}",
                "{\"number\":\"3125550142\",\"campaignId\":\"999\"}"
            })
    void wrongDialsShouldBeRefused(String body) throws Exception {
        Rest.Reply reply = alice.dialWith(body.replace("CAMPAIGN", alice.campaign()));

        assertThat(reply.status()).isIn(400, 435);
        assertThat(reply.message()).isNotEmpty();
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void refusalShouldHaveTheWholeBody() throws Exception {
        JsonNode detail = dial("", "").detail();

        assertThat(detail.path("timestamp").isNumber()).isTrue();
        assertThat(detail.path("errorCode").isNumber()).isTrue();
        assertThat(detail.path("message").isTextual()).isTrue();
        assertThat(detail.path("context").has("contextCode")).isTrue();
        assertThat(detail.path("context").has("objectId")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true,435", "false,200"})
    void campaignShouldBeNeededWhereItIs(boolean setting, int status) throws Exception {
        restartWith("five9.campaignNeeded", setting);

        assertThat(alice.dialWith("{\"number\":\"" + Quick.NUMBER + "\"}").status())
                .isEqualTo(status);
        assertThat(simulators.books()).hasSize(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "any,3125550142,200",
        "any,+13125550142,200",
        "any,13125550142,200",
        "nanp10,3125550142,200",
        "nanp10,+13125550142,435",
        "e164,3125550142,435",
        "e164,+13125550142,200"
    })
    void numbersShouldBeOfTheFormThatIsSet(String setting, String number, int status) throws Exception {
        restartWith("five9.numbers", setting);

        assertThat(alice.dial(number).status()).isEqualTo(status);
        assertThat(simulators.books()).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void numberOfTheListShouldBeRefusedUnlessTheCheckIsSkipped() throws Exception {
        Rest.Reply refused = dial(DO_NOT_CALL, ",\"skipDNCCheck\":false");
        assertThat(refused.status()).isEqualTo(435);
        assertThat(dial(DO_NOT_CALL, "").status()).isEqualTo(435);
        assertThat(simulators.books()).isEmpty();

        assertThat(dial(DO_NOT_CALL, ",\"skipDNCCheck\":true").status()).isEqualTo(200);
        alice.call("TALKING");
    }

    @ParameterizedTest
    @CsvSource({"codes,true", "messages,false"})
    void refusalsShouldHaveACodeWhereTheyHave(String setting, boolean coded) throws Exception {
        restartWith("five9.dialErrors", setting);
        Rest.Reply reply = alice.dial(DO_NOT_CALL);

        assertThat(reply.status()).isEqualTo(435);
        assertThat(reply.message()).isNotEmpty();
        assertThat(reply.code().length() > "435".length()).isEqualTo(coded);
    }

    @ParameterizedTest
    @CsvSource({"ignore,200", "refuse,435"})
    void severalContactsShouldBeAsSet(String setting, int status) throws Exception {
        restartWith("five9.multipleContacts", setting);

        assertThat(dial(SHARED, ",\"checkMultipleContacts\":true").status()).isEqualTo(status);
        assertThat(simulators.books()).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void severalContactsShouldNotMatterWhereNobodyAsks() throws Exception {
        restartWith("five9.multipleContacts", "refuse");

        assertThat(dial(SHARED, ",\"checkMultipleContacts\":false").status()).isEqualTo(200);
    }

    @Test
    void numberOfOneContactShouldNotMatter() throws Exception {
        restartWith("five9.multipleContacts", "refuse");

        assertThat(dial(Quick.NUMBER, ",\"checkMultipleContacts\":true").status())
                .isEqualTo(200);
    }

    @Test
    void severalContactsShouldBeAskedForWhereTheyAre() throws Exception {
        restartWith("five9.multipleContacts", "ask");

        assertThat(dial(SHARED, ",\"checkMultipleContacts\":true").status()).isEqualTo(200);
        assertThat(alice.arrived()).doesNotContain("4 TALKING");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void permissionThatIsGoneShouldBeToldAndNotDial() throws Exception {
        assertThat(alice.rest().agent("permissions").body()).contains("CAN_MAKE_CALLS_TO_EXTERNAL");
        alice.fault("{\"kind\":\"permission-gone\",\"agent\":\"alice\"}");
        alice.until("14");

        assertThat(alice.rest().agent("permissions").body()).doesNotContain("CAN_MAKE_CALLS_TO_EXTERNAL");
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(435);
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void stoppedCampaignShouldBeToldAndNotDial() throws Exception {
        alice.fault("{\"kind\":\"campaign-stopped\",\"text\":\"" + alice.campaign() + "\"}");
        JsonNode told = alice.frame("57");

        assertThat(told.path("payLoad").toString()).contains("campaigns");
        assertThat(alice.rest().org("campaigns/" + alice.campaign()).text("/state"))
                .isEqualTo("NOT_RUNNING");
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(435);
        assertThat(simulators.books()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"refused,435,false", "failed,200,true"})
    void invalidNumberShouldBeToldAsSet(String setting, int status, boolean told) throws Exception {
        restartWith("five9.invalidNumber", setting);

        assertThat(alice.dial(Quick.AREA + "0104").status()).isEqualTo(status);
        assertThat(simulators.books()).isEmpty();
        if (told) {
            assertThat(alice.until("65")).doesNotContain("4 WRAP_UP", "5");
            assertThat(alice.calls().size()).isZero();
        } else {
            assertThat(alice.arrived()).isEmpty();
        }
    }

    @Test
    void failureShouldBeSpelledAsByTheSiblingWhereItIs() throws Exception {
        restart(usual().with("five9.invalidNumber", "failed").with("five9.makeCallFailed", "cti"));
        alice.dial(Quick.AREA + "0104");
        JsonNode failed = alice.frame("65").path("payLoad");

        assertThat(failed.path("number").asText()).isEqualTo(Quick.AREA + "0104");
        assertThat(failed.path("campaignId").asText()).isEqualTo(alice.campaign());
        assertThat(failed.path("errorCode").isInt()).isTrue();
        assertThat(failed.path("cause").asText()).isNotEmpty();
    }

    @Test
    void failureShouldSayNothingWhereItDoesNot() throws Exception {
        restart(usual().with("five9.invalidNumber", "failed").with("five9.makeCallFailed", "empty"));
        alice.dial(Quick.AREA + "0104");

        assertThat(alice.frame("65").path("payLoad").isEmpty()).isTrue();
    }

    @Test
    void otherContentShouldNotBeADial() throws Exception {
        Rest.Reply reply = alice.rest().agent("PUT", "interactions/make_external_call", "{}");

        assertThat(reply.status()).isIn(404, 405);
    }

    @Test
    void dialForAnotherShouldBeRefused() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            Rest.Reply reply = alice.rest()
                    .send(
                            "POST",
                            "agents/" + bob.rest().userId() + "/interactions/make_external_call",
                            Worker.dialling(Quick.NUMBER, alice.campaign()));

            assertThat(reply.ok()).isFalse();
            assertThat(simulators.books()).isEmpty();
        }
    }
}
