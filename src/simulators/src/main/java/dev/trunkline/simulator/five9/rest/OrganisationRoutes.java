package dev.trunkline.simulator.five9.rest;

import dev.trunkline.simulator.five9.centre.Campaign;
import dev.trunkline.simulator.five9.centre.Catalogue;
import dev.trunkline.simulator.five9.centre.Centre;
import dev.trunkline.simulator.five9.centre.Disposition;
import dev.trunkline.simulator.five9.centre.VccException;
import dev.trunkline.simulator.web.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the domain has set up (sheet 2.5, 3.1, 3.4, 4). On the lane. */
final class OrganisationRoutes {
    private final Centre centre;
    private final Catalogue catalogue;

    OrganisationRoutes(Centre centre) {
        this.centre = centre;
        catalogue = centre.catalogue();
    }

    List<Route> all() {
        return List.of(
                Route.of(
                        "GET orgs/{org}/campaigns/{campaign}",
                        asked -> Answers.ok(campaign(asked).shown())),
                Route.of(
                        "GET orgs/{org}/available_campaigns",
                        asked -> Answers.ok(catalogue.campaigns().stream()
                                .map(Campaign::shown)
                                .toList())),
                Route.of("GET orgs/{org}/campaigns/{campaign}/dispositions", asked -> {
                    campaign(asked);
                    return dispositions(Catalogue.dispositions());
                }),
                Route.of("GET orgs/{org}/no_campaign_dispositions", asked -> dispositions(Catalogue.withoutCampaign())),
                Route.of("GET orgs/{org}/call_variables", asked -> Answers.ok(catalogue.variables())),
                Route.of("GET orgs/{org}/not_ready_reason_codes", asked -> Answers.ok(Catalogue.notReadyReasons())),
                Route.of("GET orgs/{org}/logout_reason_codes", asked -> Answers.ok(Catalogue.logoutReasons())),
                Route.of("GET orgs/{org}/speed_dials", asked -> Answers.ok(Catalogue.speedDials())),
                Route.of("GET orgs/{org}/phone_number/format", asked -> Answers.ok(Map.of("value", "NANP"))),
                Route.of("GET orgs/{org}/phone_number/locales", asked -> Answers.ok(List.of("en_US"))),
                Route.of(
                        "GET orgs/{org}/phone_number/localization_options",
                        asked -> Answers.ok(Map.of("countryCode", "1", "numberLength", 10))),
                Route.of("GET agents/{agent}/campaigns_config", asked -> Answers.ok(Map.of("campaignIds", forCalls()))),
                Route.of("GET agents/{agent}/campaigns", asked -> Answers.ok(inbound())),
                Route.of(
                        "GET agents/{agent}/transferable_agents",
                        asked -> Answers.ok(centre.colleagues(asked.agent()))),
                Route.of("GET agents/{agent}/prompts", asked -> Answers.ok(Catalogue.prompts())),
                Route.always("GET agents/{agent}/skills", asked -> Answers.ok(Catalogue.skills())));
    }

    private Campaign campaign(Asked asked) {
        return catalogue
                .campaign(asked.path("campaign"))
                .orElseThrow(() -> VccException.notFound("Campaign " + asked.path("campaign")));
    }

    private static Answer dispositions(List<Disposition> some) {
        return Answers.ok(
                Map.of("dispositions", some.stream().map(Disposition::shown).toList()));
    }

    /** Those that calls may be made in, also while they are stopped. */
    private List<String> forCalls() {
        return of(false).filter(Campaign::usual).map(Campaign::id).toList();
    }

    private List<Map<String, Object>> inbound() {
        return of(true).map(Campaign::shown).toList();
    }

    private Stream<Campaign> of(boolean inbound) {
        return catalogue.campaigns().stream().filter(one -> one.inbound() == inbound);
    }
}
