package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.webexcc.centre.Centre;
import dev.trunkline.simulator.webexcc.centre.Conferences;
import dev.trunkline.simulator.webexcc.centre.Consults;
import java.util.List;

/** Consults, transfers and conferences (sheet 4). */
final class TalkRoutes {
    private static final String TASK = "POST v1/tasks/{task}/";

    private final Centre centre;

    TalkRoutes(Centre centre) {
        this.centre = centre;
    }

    List<Route> all() {
        Consults consults = centre.consults();
        Conferences conferences = centre.conferences();
        return List.of(
                TaskRoutes.command(TASK + "transfer", asked -> centre.transfers()
                        .transfer(asked.agent(), asked.path("task"), asked.body())),
                TaskRoutes.command(
                        TASK + "assign", asked -> centre.transfers().assign(asked.agent(), asked.path("task"))),
                TaskRoutes.command(
                        TASK + "consult", asked -> consults.consult(asked.agent(), asked.path("task"), asked.body())),
                TaskRoutes.command(
                        TASK + "consult/accept", asked -> consults.accept(asked.agent(), asked.path("task"))),
                TaskRoutes.command(
                        TASK + "consult/end", asked -> consults.end(asked.agent(), asked.path("task"), asked.body())),
                TaskRoutes.command(
                        TASK + "consult/transfer",
                        asked -> conferences.transfer(asked.agent(), asked.path("task"), asked.body())),
                TaskRoutes.command(
                        TASK + "consult/conference",
                        asked -> conferences.merge(asked.agent(), asked.path("task"), asked.body())),
                TaskRoutes.command(
                        TASK + "conference/exit", asked -> conferences.exit(asked.agent(), asked.path("task"))),
                TaskRoutes.command(
                        TASK + "conference/transfer", asked -> conferences.handOver(asked.agent(), asked.path("task"))),
                TaskRoutes.command(
                        TASK + "conference/participants/{participant}/drop",
                        asked -> conferences.drop(asked.agent(), asked.path("task"), asked.path("participant"))));
    }
}
