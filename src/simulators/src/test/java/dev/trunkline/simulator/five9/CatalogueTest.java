package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent may read of his organisation: campaigns, dispositions, variables, reasons (sheet 3.1, 3.4, 4, 9.1.9). */
class CatalogueTest extends AtWork {
    private static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static void everyIdShouldBeDigits(JsonNode array) {
        assertThat(array.isArray()).isTrue();
        assertThat(array.size()).isPositive();
        assertThat(each(array)).allMatch(one -> one.path("id").isTextual());
        assertThat(each(array)).allMatch(one -> one.path("id").asText().matches("[0-9]{1,15}"));
    }

    private JsonNode org(String path) throws IOException {
        Rest.Reply reply = alice.rest().org(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.json();
    }

    @Test
    void campaignsOfTheAgentShouldBeIds() throws Exception {
        JsonNode ids = alice.rest().agent("campaigns_config").json().path("campaignIds");

        assertThat(ids.size()).isPositive();
        assertThat(each(ids)).allMatch(JsonNode::isTextual);
        for (JsonNode id : ids) {
            JsonNode campaign = org("campaigns/" + id.asText());
            assertThat(campaign.path("id")).isEqualTo(id);
            assertThat(campaign.path("name").asText()).isNotEmpty();
            assertThat(campaign.path("campaignType").asText()).isIn("OUTBOUND", "AUTODIAL", "INBOUND");
            assertThat(campaign.path("state").asText())
                    .isIn("NOT_RUNNING", "STARTING", "RUNNING", "STOPPING", "RESETTING");
        }
        assertThat(org("campaigns/" + alice.campaign()).path("state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void campaignShouldDialWhileItRuns() throws Exception {
        for (JsonNode id : alice.rest().agent("campaigns_config").json().path("campaignIds")) {
            boolean runs =
                    org("campaigns/" + id.asText()).path("state").asText().equals("RUNNING");
            Rest.Reply reply = alice.dialWith(Worker.dialling(Quick.NUMBER, id.asText()));

            assertThat(reply.status()).as(id.asText()).isEqualTo(runs ? 200 : 435);
            assertThat(simulators.books()).hasSize(runs ? 1 : 0);
            simulators.reset();
        }
    }

    @Test
    void inboundCampaignsShouldBeThoseThatCanTakeOver() throws Exception {
        JsonNode campaigns = alice.rest().agent("campaigns").json();

        everyIdShouldBeDigits(campaigns);
        assertThat(org("campaigns/" + campaigns.at("/0/id").asText())
                        .path("campaignType")
                        .asText())
                .isEqualTo("INBOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "available_campaigns",
                "speed_dials",
                "not_ready_reason_codes",
                "logout_reason_codes",
                "call_variables"
            })
    void collectionsShouldHaveDigitsForIds(String path) throws Exception {
        everyIdShouldBeDigits(org(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaigns/999", "campaigns/999/dispositions"})
    void whatIsNotThereShouldNotBeFound(String path) throws Exception {
        assertThat(alice.rest().org(path).status()).isIn(404, 435);
    }

    @Test
    void otherOrganisationShouldBeClosed() throws Exception {
        assertThat(alice.rest().get("orgs/1/call_variables").ok()).isFalse();
    }

    @Test
    void dispositionsShouldBeFinalOrRedialOrConfirmed() throws Exception {
        JsonNode dispositions = alice.dispositions();

        everyIdShouldBeDigits(dispositions);
        assertThat(dispositions.size()).isGreaterThanOrEqualTo(3);
        assertThat(each(dispositions))
                .allMatch(one -> !one.path("name").asText().isEmpty());
        assertThat(dispositions.toString()).contains("FinalDisp", "RedialNumber", "MUST_CONFIRM");
    }

    @Test
    void dispositionsShouldBeThereWithoutACampaignToo() throws Exception {
        assertThat(org("no_campaign_dispositions").toString()).contains("\"id\"");
    }

    @Test
    void confirmedDispositionShouldCloseACallToo() throws Exception {
        JsonNode call = alice.talk();

        assertThat(alice.dispose(call, alice.disposition("MUST_CONFIRM")).ok()).isTrue();
        alice.until("31");
    }

    @Test
    void variablesShouldHaveGroupAndName() throws Exception {
        JsonNode variables = org("call_variables");

        assertThat(each(variables))
                .allMatch(one -> !one.path("group").asText().isEmpty()
                        && !one.path("name").asText().isEmpty()
                        && one.has("type"));
        assertThat(each(variables).stream().map(one -> one.path("id").asText())).doesNotHaveDuplicates();
        assertThat(each(variables))
                .anyMatch(one -> one.path("group").asText().equals("Call")
                        && one.path("name").asText().equals("ANI"));
    }

    @Test
    void someReasonShouldBeForTheAgentToChoose() throws Exception {
        JsonNode reasons = org("not_ready_reason_codes");

        assertThat(reasons.size()).isGreaterThanOrEqualTo(2);
        assertThat(each(reasons)).allMatch(one -> one.path("selectable").isBoolean());
        assertThat(each(reasons)).anyMatch(one -> one.path("selectable").asBoolean());
    }

    @Test
    void permissionsShouldBeThoseThatAreKnown() throws Exception {
        Rest.Reply reply = alice.rest().agent("permissions");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("CAN_RUN_WEB_AGENT", "CAN_MAKE_CALLS_TO_EXTERNAL");
    }

    @Test
    void colleaguesShouldBeTargets() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            JsonNode agents = alice.rest().agent("transferable_agents").json();

            assertThat(agents.toString()).contains(bob.rest().userId());
            assertThat(agents.toString()).doesNotContain("\"" + alice.rest().userId() + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"format", "locales", "localization_options"})
    void formOfNumbersShouldBeReadable(String what) throws Exception {
        assertThat(alice.rest().org("phone_number/" + what).status()).isEqualTo(200);
    }
}
