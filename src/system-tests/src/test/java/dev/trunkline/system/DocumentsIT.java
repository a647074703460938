package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents are there for whoever comes, and what they show as examples is true. */
@OnSharedSite
class DocumentsIT {
    private static String base() {
        return SharedSite.site().installation().url();
    }

    @ParameterizedTest
    @CsvSource({
        "docs/, text/html",
        "docs/openapi.html, text/html",
        "docs/asyncapi.html, text/html",
        "docs/openapi.yaml, application/yaml",
        "docs/asyncapi.yaml, application/yaml",
        "docs/schema/ack.schema.json, application/json",
        "docs/asyncapi.js, application/javascript",
        "docs/lib/swagger-ui-bundle.js, application/javascript",
        "docs/lib/swagger-ui.css, text/css",
    })
    void documentShouldBeServedToAnybody(String path, String type) {
        HttpResponse<String> answer = Request.of("GET", base() + path).send();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.body()).doesNotContain("urn:trunkline:schema:");
    }

    @Test
    void frontPageShouldLeadToTheDocuments() {
        assertThat(Request.of("GET", base()).send().body()).contains("docs/openapi.html", "docs/asyncapi.html");
        assertThat(Request.of("GET", base() + "docs/").send().body()).contains("openapi.html", "asyncapi.html");
    }

    @Test
    void examplesOfTheWebSocketShouldSatisfyTheirSchemas() {
        AsyncApi api = AsyncApi.of(base());
        List<String> seen = new ArrayList<>();
        for (String message : api.messages()) {
            for (JsonNode example : api.document().at("/components/messages/" + message + "/examples")) {
                String name = example.path("name").asText();
                api.document().check(example.path("payload"), AsyncApi.payload(message));
                checkSample(name, example.path("payload"));
                seen.add(name);
            }
            assertThat(api.document().at("/components/messages/" + message + "/examples"))
                    .isNotEmpty();
        }
        assertThat(seen)
                .contains("example-event-cisco", "example-error-extended")
                .doesNotHaveDuplicates();
    }

    @Test
    void examplesOfRestShouldSatisfyTheirSchemas() {
        ServedDocument document = OpenApi.of(base()).document();
        List<String> seen = new ArrayList<>();
        contents(document.at("/paths"), "/paths", seen, document);
        contents(document.at("/components/responses"), "/components/responses", seen, document);
        assertThat(seen).contains("example-request-dial", "example-rest-command", "example-problem-gone");
    }

    /** Looks at each place that has a schema and examples. */
    private static void contents(JsonNode node, String where, List<String> seen, ServedDocument document) {
        for (String name : ServedDocument.names(node.path("examples"))) {
            JsonNode value = node.path("examples").path(name).path("value");
            document.check(value, where + "/schema");
            checkSample(name, value);
            seen.add(name);
        }
        for (String name : ServedDocument.names(node)) {
            if (node.path(name).isObject() && !name.equals("examples")) {
                contents(node.path(name), where + ServedDocument.pointer(name), seen, document);
            }
        }
    }

    /** An example that has the name of one of the contract's samples is that sample. */
    private static void checkSample(String name, JsonNode shown) {
        if (name.startsWith("example-")) {
            assertThat(shown)
                    .as(name)
                    .isEqualTo(Contract.json(Contract.text("/contract/schema/samples/" + name + ".json")));
        } else {
            assertThat(Optional.ofNullable(DocumentsIT.class.getResource("/contract/schema/samples/" + name + ".json")))
                    .isEmpty();
        }
    }
}
