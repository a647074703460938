package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.webexcc.centre.Agent;
import dev.trunkline.simulator.webexcc.centre.ApiErrorException;
import dev.trunkline.simulator.webexcc.centre.Catalogue;
import dev.trunkline.simulator.webexcc.centre.Catalogue.Entry;
import dev.trunkline.simulator.webexcc.centre.Centre;
import dev.trunkline.simulator.webexcc.centre.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The configuration as an agent's own token may read it (sheet 2.5, 3.1, 9.2). */
final class ConfigRoutes {
    private static final long RECOVERY_MILLIS = 50_000;

    private final Centre centre;

    ConfigRoutes(Centre centre) {
        this.centre = centre;
    }

    List<Route> all() {
        return Stream.of(settings(), lists()).flatMap(List::stream).toList();
    }

    private List<Route> settings() {
        return List.of(
                read("user/by-ci-user-id/{id}", this::user),
                read(
                        "",
                        asked -> Answers.ok(Map.of(
                                "id", Ids.ORGANISATION,
                                "tenantId", Ids.ORGANISATION,
                                "name", "example",
                                "timezone", "America/Los_Angeles",
                                "environment", "produs1"))),
                read(
                        "v2/organization-setting",
                        asked -> Pages.of(
                                asked,
                                List.of(Map.of(
                                        "webRtcEnabled",
                                        false,
                                        "maskSensitiveData",
                                        false,
                                        "campaignManagerEnabled",
                                        true)))),
                read("v2/tenant-configuration", asked -> Pages.of(asked, List.of(tenant()))),
                read("v2/org-url-mapping", asked -> Pages.of(asked, List.of())),
                read(
                        "v2/ai-feature",
                        asked -> Pages.of(
                                asked,
                                List.of(Map.of(
                                        "id",
                                        Ids.of("ai feature", "example"),
                                        "realtimeTranscripts",
                                        Map.of("enable", false))))));
    }

    private List<Route> lists() {
        return List.of(
                read(
                        "v2/auxiliary-code",
                        asked -> Pages.of(
                                asked,
                                Catalogue.CODES.stream().map(ConfigRoutes::code).toList())),
                read("agent-profile/{id}", only(Catalogue.PROFILE, this::profile)),
                read(
                        "site/{id}",
                        only(
                                Catalogue.SITE,
                                () -> Map.of(
                                        "id", Catalogue.SITE.id(),
                                        "name", Catalogue.SITE.name(),
                                        "active", true,
                                        "multimediaProfileId", Catalogue.MEDIA_PROFILE.id()))),
                read("v2/team", asked -> Pages.of(asked, List.of(team()))),
                read("dial-plan", asked -> Answers.ok(List.of())),
                read("v2/outdial-ani/{id}/entry", this::anis),
                read(
                        "v2/contact-service-queue",
                        asked -> Pages.of(
                                asked,
                                Catalogue.QUEUES.stream()
                                        .map(ConfigRoutes::queue)
                                        .toList())),
                read(
                        "v2/entry-point",
                        asked -> Pages.of(
                                asked,
                                List.of(
                                        entryPoint(Catalogue.ENTRY_POINT, "OUTBOUND"),
                                        entryPoint(Catalogue.FLOW_ENTRY_POINT, "INBOUND")))));
    }

    private static Route read(String rest, Function<Asked, Answer> deed) {
        return Route.read("GET organization/{org}/" + rest, deed);
    }

    private static Function<Asked, Answer> only(Entry entry, Supplier<Map<String, Object>> what) {
        return asked -> {
            if (!asked.path("id").equals(entry.id())) {
                throw ApiErrorException.notFound(asked.path("id"));
            }
            return Answers.ok(what.get());
        };
    }

    private Answer user(Asked asked) {
        Agent agent =
                centre.staff().byId(asked.path("id")).orElseThrow(() -> ApiErrorException.notFound(asked.path("id")));
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", Ids.of("cc user", agent.name()));
        user.put("ciUserId", agent.id());
        user.put("firstName", agent.person().firstName());
        user.put("lastName", agent.person().lastName());
        user.put("email", agent.email());
        user.put("agentProfileId", Catalogue.PROFILE.id());
        user.put("siteId", Catalogue.SITE.id());
        user.put("teamIds", List.of(Catalogue.TEAM.id()));
        user.put("multimediaProfileId", Catalogue.MEDIA_PROFILE.id());
        boolean misspelled = centre.rules().desk().misspelledNumber();
        user.put(misspelled ? "deafultDialledNumber" : "defaultDialledNumber", agent.extension());
        return Answers.ok(user);
    }

    private Map<String, Object> tenant() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("outdialEnabled", centre.rules().dial().enabled());
        all.put("endCallEnabled", centre.rules().calls().endCallEnabled());
        all.put("endConsultEnabled", true);
        all.put("callVariablesSuppressed", centre.rules().calls().variablesSuppressed());
        all.put("lostConnectionRecoveryTimeout", RECOVERY_MILLIS);
        all.put("timeoutDesktopInactivityEnabled", false);
        all.put("timeoutDesktopInactivityMins", 0);
        all.put("forceDefaultDn", false);
        all.put("dnDefaultRegex", "");
        all.put("dnOtherRegex", "");
        all.put("privacyShieldVisible", true);
        return all;
    }

    private static Map<String, Object> code(Catalogue.Code code) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", code.id());
        all.put("name", code.name());
        all.put("active", true);
        all.put("defaultCode", code.usual());
        all.put("isSystemCode", code.system());
        all.put("workTypeCode", code.kind());
        return all;
    }

    private Map<String, Object> profile() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", Catalogue.PROFILE.id());
        all.put("name", Catalogue.PROFILE.name());
        all.put("active", true);
        all.put("accessWrapUpCode", "ALL");
        all.put("accessIdleCode", "ALL");
        all.put("wrapUpCodes", List.of());
        all.put("idleCodes", List.of());
        all.put("accessQueue", "ALL");
        all.put("queues", List.of());
        all.put("accessBuddyTeam", "ALL");
        all.put("buddyTeams", List.of());
        all.put("consultToQueue", true);
        all.put("outdialEnabled", centre.rules().dial().enabled());
        all.put("outdialEntryPointId", Catalogue.ENTRY_POINT.id());
        all.put("outdialANIId", Catalogue.ANI_LIST.id());
        all.put("dialPlanEnabled", false);
        all.put("dialPlans", List.of());
        all.put("autoAnswer", false);
        all.put("autoWrapUp", centre.rules().calls().autoWrapUp());
        all.put("autoWrapAfterSeconds", centre.timing().wrapUpSeconds());
        all.put("allowAutoWrapUpExtension", false);
        all.put("agentAvailableAfterOutdial", centre.rules().desk().availableAfterOutdial());
        all.put("lastAgentRouting", false);
        all.put("agentDNValidation", "UNRESTRICTED");
        all.put("loginVoiceOptions", List.of("AGENT_DN", "EXTENSION", "BROWSER"));
        all.put(
                "viewableStatistics",
                Map.of(
                        "agentStats",
                        true,
                        "accessQueueStats",
                        "NONE",
                        "contactServiceQueues",
                        List.of(),
                        "loggedInTeamStats",
                        false,
                        "accessTeamStats",
                        "NONE",
                        "teams",
                        List.of()));
        all.put("timeoutDesktopInactivityCustomEnabled", false);
        return all;
    }

    private Map<String, Object> team() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", Catalogue.TEAM.id());
        all.put("name", Catalogue.TEAM.name());
        all.put("teamType", "AGENT");
        all.put("teamStatus", "IN_SERVICE");
        all.put("active", true);
        all.put("siteId", Catalogue.SITE.id());
        all.put("siteName", Catalogue.SITE.name());
        all.put("userIds", centre.staff().all().stream().map(Agent::id).toList());
        all.put("rankQueuesForTeam", false);
        all.put("queueRankings", List.of());
        return all;
    }

    private Answer anis(Asked asked) {
        if (!asked.path("id").equals(Catalogue.ANI_LIST.id())) {
            throw ApiErrorException.notFound(asked.path("id"));
        }
        return Pages.of(
                asked,
                Catalogue.ANIS.stream()
                        .map(ani -> Map.<String, Object>of(
                                "id", ani.id(),
                                "name", ani.name(),
                                "number", ani.name(),
                                "defaultANIEntry", ani == Catalogue.ANIS.get(0)))
                        .toList());
    }

    private static Map<String, Object> queue(Entry queue) {
        return Map.of(
                "id",
                queue.id(),
                "name",
                queue.name(),
                "queueType",
                "INBOUND",
                "channelType",
                "TELEPHONY",
                "active",
                true);
    }

    private static Map<String, Object> entryPoint(Entry entry, String type) {
        return Map.of(
                "id",
                entry.id(),
                "name",
                entry.name(),
                "entryPointType",
                type,
                "channelType",
                "TELEPHONY",
                "active",
                true);
    }
}
