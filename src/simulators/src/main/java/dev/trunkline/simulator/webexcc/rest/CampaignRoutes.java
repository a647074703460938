package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.webexcc.centre.Previews;
import java.util.List;

/** What an agent says to an offered record; the campaign is named by its name (sheet 4.1). */
final class CampaignRoutes {
    private static final String TASK = "POST v1/dialer/campaign/{campaign}/preview-task/{task}/";

    private final Previews previews;

    CampaignRoutes(Previews previews) {
        this.previews = previews;
    }

    List<Route> all() {
        return List.of(
                TaskRoutes.command(
                        TASK + "accept",
                        asked -> previews.accept(asked.agent(), asked.path("campaign"), asked.path("task"))),
                TaskRoutes.command(
                        TASK + "skip",
                        asked -> previews.skip(asked.agent(), asked.path("campaign"), asked.path("task"))),
                TaskRoutes.command(
                        TASK + "remove",
                        asked -> previews.remove(asked.agent(), asked.path("campaign"), asked.path("task"))));
    }
}
