package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Received;

/** What a page of another origin needs that drives the platform from a browser (sheet 9.1). Pure. */
final class CrossOrigin {
    private static final String HEADERS =
            "authorization, content-type, trackingid, spark-user-agent, cisco-no-http-redirect";

    private CrossOrigin() {}

    static Answer preflight(Received request) {
        return allow(request, Answer.empty(204))
                .with("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS")
                .with("Access-Control-Allow-Headers", HEADERS)
                .with("Access-Control-Max-Age", "600");
    }

    static Answer allow(Received request, Answer answer) {
        return request.header("Origin")
                .map(origin -> answer.with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Expose-Headers", "trackingid, retry-after")
                        .with("Vary", "Origin"))
                .orElse(answer);
    }
}
