package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Received;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Cisco's other services that the official SDK asks for: the catalogue of services, metrics, client logs (sheet 9.2). Nobody has to sign in. */
final class Surrounding {
    private final IntSupplier port;

    Surrounding(IntSupplier port) {
        this.port = port;
    }

    Optional<Answer> answer(Received request) {
        return switch (request.step(0)) {
            case "u2c" -> Optional.of(catalogue(request));
            case "metrics", "client-logs", "hydra", "sq" -> Optional.of(Answers.ok(Map.of()));
            default -> Optional.empty();
        };
    }

    private Answer catalogue(Received request) {
        if (!request.method().equals("GET")
                || !request.path().get(request.path().size() - 1).equals("catalog")) {
            return Answers.ok(Map.of());
        }
        return Answers.ok(Map.of("serviceLinks", Map.of("wcc-api-gateway", base(request)), "hostCatalog", Map.of()));
    }

    private String base(Received request) {
        return (request.secure() ? "https://" : "http://") + request.host() + ":" + port.getAsInt();
    }
}
