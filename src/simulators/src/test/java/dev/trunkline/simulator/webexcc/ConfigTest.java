package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients read of the organisation, as the SDK asks for it (sheet 2.5, 3.1, 9.2). */
class ConfigTest extends AtTheDoor {
    private static final String CODES =
            "v2/auxiliary-code?page=0&pageSize=100&attributes=id,isSystemCode,name,defaultCode,workTypeCode,active";

    private JsonNode read(String path) throws IOException {
        Rest.Reply reply = rest.organisation(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.json();
    }

    private JsonNode user() throws IOException {
        return read("user/by-ci-user-id/" + rest.described().agentId("alice"));
    }

    private JsonNode profile() throws IOException {
        return read("agent-profile/" + user().path("agentProfileId").asText());
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/u2c/api/v1/limited/catalog?orgId=any&format=hostmap", "/u2c/api/v1/catalog?format=hostmap"})
    void catalogueShouldLeadHereWithoutAToken(String path) throws Exception {
        Rest.Reply reply = rest.send(rest.bare("GET", path, "").build());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/serviceLinks/wcc-api-gateway"))
                .isEqualTo(rest.described().api());
        assertThat(reply.json().path("hostCatalog").isObject()).isTrue();
    }

    @Test
    void userShouldBeKnownByHisId() throws Exception {
        JsonNode user = user();

        assertThat(user.path("ciUserId").asText()).isEqualTo(rest.described().agentId("alice"));
        assertThat(user.path("firstName").asText()).isEqualTo("Alice");
        assertThat(user.path("lastName").asText()).isEqualTo("Moreau");
        assertThat(user.path("email").asText()).isEqualTo("alice@example.com");
        assertThat(user.path("defaultDialledNumber").asText()).isEqualTo("1001");
        assertThat(user.at("/teamIds/0").asText()).isEqualTo(rest.described().teamId("alice"));
        for (String field : List.of("id", "agentProfileId", "siteId", "multimediaProfileId")) {
            assertThat(user.path(field).asText()).as(field).isNotEmpty();
        }
    }

    @Test
    void numberShouldBeMisspelledWhereItIs() throws Exception {
        restartWith("misspelledNumber", true);

        assertThat(user().path("deafultDialledNumber").asText()).isEqualTo("1001");
        assertThat(user().has("defaultDialledNumber")).isFalse();
    }

    @Test
    void unknownUserShouldNotBeFound() throws Exception {
        assertThat(rest.organisation("user/by-ci-user-id/nobody").status()).isEqualTo(404);
    }

    @Test
    void profileShouldSayHowToDial() throws Exception {
        JsonNode profile = profile();

        assertThat(profile.path("outdialEntryPointId").asText())
                .isEqualTo(rest.described().entryPoint());
        assertThat(profile.path("outdialANIId").asText()).isNotEmpty();
        assertThat(profile.path("outdialEnabled").asBoolean()).isTrue();
        assertThat(profile.path("loginVoiceOptions").toString()).contains("AGENT_DN", "EXTENSION");
        assertThat(profile.path("accessWrapUpCode").asText()).isEqualTo("ALL");
        assertThat(profile.path("accessIdleCode").asText()).isEqualTo("ALL");
        for (String field : List.of("wrapUpCodes", "idleCodes", "dialPlans")) {
            assertThat(profile.path(field).isArray()).as(field).isTrue();
        }
        for (String field : List.of("dialPlanEnabled", "autoWrapUp", "agentAvailableAfterOutdial")) {
            assertThat(profile.path(field).isBoolean()).as(field).isTrue();
        }
        assertThat(profile.path("autoWrapAfterSeconds").isNumber()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "autoWrapUp,autoWrapUp",
        "availableAfterOutdial,agentAvailableAfterOutdial",
        "outdialEnabled,outdialEnabled"
    })
    void switchesOfTheProfileShouldBeAsSet(String setting, String field) throws Exception {
        for (boolean value : List.of(true, false)) {
            restartWith(setting, value);

            assertThat(profile().path(field).asBoolean()).isEqualTo(value);
        }
    }

    @Test
    void timeOfWrapUpShouldBeInTheProfile() throws Exception {
        restartWith("wrapUp", "25s");

        assertThat(profile().path("autoWrapAfterSeconds").asInt()).isEqualTo(25);
    }

    @Test
    void unknownProfileShouldNotBeFound() throws Exception {
        assertThat(rest.organisation("agent-profile/none").status()).isEqualTo(404);
    }

    @Test
    void callerIdsShouldBeListed() throws Exception {
        String list = profile().path("outdialANIId").asText();
        JsonNode entries = read("v2/outdial-ani/" + list + "/entry?page=0&pageSize=100");

        assertThat(entries.path("data").findValuesAsText("number"))
                .isEqualTo(all(rest.described().json().path("anis")).stream()
                        .map(JsonNode::asText)
                        .toList());
    }

    @Test
    void tenantShouldHaveItsSwitches() throws Exception {
        JsonNode tenant = read("v2/tenant-configuration?agentView=true").at("/data/0");

        for (String field : List.of("outdialEnabled", "endCallEnabled", "endConsultEnabled")) {
            assertThat(tenant.path(field).asBoolean()).as(field).isTrue();
        }
        assertThat(tenant.path("callVariablesSuppressed").asBoolean(true)).isFalse();
        assertThat(tenant.path("lostConnectionRecoveryTimeout").asLong()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"endCallEnabled,endCallEnabled", "variablesSuppressed,callVariablesSuppressed"})
    void switchesOfTheTenantShouldBeAsSet(String setting, String field) throws Exception {
        for (boolean value : List.of(true, false)) {
            restartWith(setting, value);

            assertThat(read("v2/tenant-configuration?agentView=true")
                            .at("/data/0/" + field)
                            .asBoolean())
                    .isEqualTo(value);
        }
    }

    @Test
    void organisationShouldBeRead() throws Exception {
        Rest.Reply reply = rest.get("/organization/" + rest.described().orgId());

        assertThat(reply.status()).isEqualTo(200);
        for (String field : List.of("tenantId", "timezone", "environment")) {
            assertThat(reply.text("/" + field)).as(field).isNotEmpty();
        }
    }

    @Test
    void settingsShouldKeepTheSdkFromMedia() throws Exception {
        JsonNode settings = read("v2/organization-setting?agentView=true").at("/data/0");

        assertThat(settings.path("webRtcEnabled").asBoolean(true)).isFalse();
        assertThat(settings.path("maskSensitiveData").asBoolean(true)).isFalse();
        assertThat(settings.path("campaignManagerEnabled").asBoolean()).isTrue();
    }

    @Test
    void transcriptsShouldBeOff() throws Exception {
        assertThat(read("v2/ai-feature?page=0&pageSize=100")
                        .at("/data/0/realtimeTranscripts/enable")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void mappingsOfAddressesShouldBeEmpty() throws Exception {
        assertThat(read("v2/org-url-mapping?sort=name,ASC").path("data").isArray())
                .isTrue();
    }

    @Test
    void codesShouldBeOfTwoKinds() throws Exception {
        JsonNode codes = read(CODES);

        assertThat(codes.at("/meta/totalPages").asInt()).isEqualTo(1);
        assertThat(names(codes, "WRAP_UP_CODE")).containsExactlyInAnyOrder("Sale", "Call back later", "Wrong number");
        assertThat(names(codes, "IDLE_CODE")).contains("Break", "Lunch");
        assertThat(all(codes.path("data"))).allSatisfy(code -> {
            assertThat(code.path("id").asText()).isNotEmpty();
            assertThat(code.path("active").asBoolean()).isTrue();
            assertThat(code.path("isSystemCode").isBoolean()).isTrue();
        });
    }

    private static List<String> names(JsonNode codes, String kind) {
        return all(codes.path("data")).stream()
                .filter(code -> code.path("workTypeCode").asText().equals(kind))
                .map(code -> code.path("name").asText())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRAP_UP_CODE", "IDLE_CODE"})
    void eachKindShouldHaveOneUsualCode(String kind) throws Exception {
        assertThat(all(read(CODES).path("data")))
                .filteredOn(code -> code.path("workTypeCode").asText().equals(kind)
                        && code.path("defaultCode").asBoolean())
                .hasSize(1);
    }

    @Test
    void codesShouldHaveTheIdsThatAreDescribed() throws Exception {
        assertThat(all(read(CODES).path("data")))
                .filteredOn(code -> code.path("name").asText().equals("Sale"))
                .extracting(code -> code.path("id").asText())
                .containsExactly(rest.described().wrapUpCode("Sale"));
    }

    @Test
    void codesShouldComeInPages() throws Exception {
        JsonNode first = read("v2/auxiliary-code?page=0&pageSize=3");
        JsonNode second = read("v2/auxiliary-code?page=1&pageSize=3");

        assertThat(first.path("data")).hasSize(3);
        assertThat(first.at("/meta/totalPages").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(second.path("data").findValuesAsText("id"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.path("data").findValuesAsText("id"));
    }

    @Test
    void siteAndTeamShouldBeRead() throws Exception {
        JsonNode user = user();
        String team = user.at("/teamIds/0").asText();
        JsonNode teams = read("v2/team?page=0&pageSize=100&filter=id=in=(" + team + ")");

        assertThat(read("site/" + user.path("siteId").asText()).path("id")).isEqualTo(user.path("siteId"));
        assertThat(teams.at("/meta/totalPages").asInt()).isEqualTo(1);
        assertThat(teams.path("data")).hasSize(1);
        assertThat(teams.at("/data/0/name").asText()).isEqualTo("Team 1");
        for (String field : List.of("id", "teamType", "teamStatus", "siteId", "siteName")) {
            assertThat(teams.at("/data/0/" + field).asText()).as(field).isNotEmpty();
        }
    }

    @Test
    void otherTeamsShouldBeFilteredOut() throws Exception {
        assertThat(read("v2/team?page=0&pageSize=100&filter=id=in=(none)").path("data"))
                .isEmpty();
    }

    @Test
    void dialPlansShouldBeAnArray() throws Exception {
        assertThat(read("dial-plan?agentView=true").isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics/api/v1/clientmetrics", "/client-logs/api/v1/logs/urls"})
    void noiseOfTheSdkShouldBeTaken(String path) throws Exception {
        assertThat(rest.post(path, "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user/by-ci-user-id/any",
                "v2/organization-setting?agentView=true",
                "v2/tenant-configuration?agentView=true",
                "v2/org-url-mapping?sort=name,ASC",
                "v2/ai-feature?page=0&pageSize=100",
                "v2/auxiliary-code?page=0",
                "agent-profile/any",
                "site/any",
                "v2/team?page=0",
                "dial-plan?agentView=true",
                "v2/outdial-ani/any/entry"
            })
    void tokenShouldBeNeeded(String path) throws Exception {
        assertThat(rest.withToken("none").organisation(path).status()).isEqualTo(401);
    }

    @Test
    void otherOrganisationShouldNotBeServed() throws Exception {
        assertThat(rest.get("/organization/another/v2/tenant-configuration?agentView=true")
                        .status())
                .isIn(403, 404);
    }
}
