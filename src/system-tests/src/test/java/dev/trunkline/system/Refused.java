package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** What every refusal must be, whoever in the house makes it. */
final class Refused {
    private Refused() {}

    /** The code of a problem body (contract 5.3). */
    static String of(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("none")).startsWith("application/problem+json");
        JsonNode problem = Contract.json(answer.body());
        Contract.check(problem, "error#/$defs/problem");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem.path("code").asText();
    }
}
