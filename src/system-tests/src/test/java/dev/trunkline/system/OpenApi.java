package dev.trunkline.system;

import static dev.trunkline.system.ServedDocument.pointer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;

/** The OpenAPI document of the running gateway: which operations there are, and what each may answer. */
final class OpenApi {
    /** @param where the pointer to it */
    record Operation(String id, String method, String path, String where) {
        /** Of the gateway, not of the server that it runs on. */
        boolean ours() {
            return path.startsWith("/api/");
        }
    }

    private final ServedDocument document;
    private final String base;

    private OpenApi(ServedDocument document, String base) {
        this.document = document;
        this.base = base;
    }

    /** @param base the gateway's address, with a slash at its end */
    static OpenApi of(String base) {
        return new OpenApi(ServedDocument.of(base, "openapi.yaml"), base);
    }

    ServedDocument document() {
        return document;
    }

    List<Operation> operations() {
        return ServedDocument.names(document.at("/paths")).stream()
                .flatMap(path -> ServedDocument.names(document.at(pointer("paths", path))).stream()
                        .filter(method -> !method.equals("servers"))
                        .map(method -> operation(path, method)))
                .toList();
    }

    private Operation operation(String path, String method) {
        String where = pointer("paths", path, method);
        return new Operation(document.at(where).path("operationId").asText(), method.toUpperCase(), path, where);
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The address of an operation, whose path has at most one variable part. */
    String address(Operation operation, String variable, String query) {
        JsonNode own = document.at(pointer("paths", operation.path(), "servers"));
        String server = (own.isMissingNode() ? document.at("/servers") : own)
                .path(0)
                .path("url")
                .asText()
                .replaceFirst("/$", "");
        String path = operation.path().replaceFirst("\\{\\w+}", variable);
        return URI.create(base).resolve(server + path) + query;
    }

    /** Whether this answer is one that the document promises: status, headers, type and body. */
    void check(Operation operation, HttpResponse<String> answer) {
        String said = operation.method() + " " + operation.path() + " answered " + answer.statusCode();
        String responses = operation.where() + "/responses";
        String exact = responses + "/" + answer.statusCode();
        boolean named = !document.at(exact).isMissingNode();
        assertThat(named || answer.statusCode() >= 400).as(said).isTrue();
        String response = document.follow(named ? exact : responses + "/default");
        assertThat(document.at(response).isObject()).as(said).isTrue();
        checkHeaders(said, response, answer);
        checkBody(said, response, answer);
    }

    private void checkHeaders(String said, String response, HttpResponse<String> answer) {
        for (String name : ServedDocument.names(document.at(response + "/headers"))) {
            String header = document.follow(response + pointer("headers", name));
            List<String> values = answer.headers().allValues(name);
            if (document.at(header).path("required").asBoolean()) {
                assertThat(values).as(said + ", " + name).isNotEmpty();
            }
            boolean number = document.at(header + "/schema/type").asText().equals("integer");
            values.stream()
                    .limit(1)
                    .map(value -> number ? IntNode.valueOf(Integer.parseInt(value)) : TextNode.valueOf(value))
                    .forEach(value -> document.check(value, header + "/schema"));
        }
    }

    private void checkBody(String said, String response, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(ServedDocument.names(document.at(response + "/content")))
                .as(said)
                .contains(type);
        if (!type.endsWith("json")) {
            return;
        }
        JsonNode body = Contract.json(answer.body());
        document.check(body, response + pointer("content", type, "schema"));
        if (type.startsWith("application/problem")) {
            assertThat(body.path("status").asInt()).as(said).isEqualTo(answer.statusCode());
        }
    }
}
