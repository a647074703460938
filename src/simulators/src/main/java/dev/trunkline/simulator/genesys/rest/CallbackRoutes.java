package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.Conversations;
import dev.trunkline.simulator.genesys.centre.ScheduledCallbacks;
import dev.trunkline.simulator.genesys.centre.ScheduledCallbacks.Wish;
import dev.trunkline.simulator.web.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Callbacks for later: from a call, or by themselves (sheet 4.1). */
final class CallbackRoutes {
    private static final String SCOPE = "conversations";

    private final Conversations conversations;
    private final ScheduledCallbacks callbacks;
    private final Permissions permissions;

    CallbackRoutes(Conversations conversations, ScheduledCallbacks callbacks, Permissions permissions) {
        this.conversations = conversations;
        this.callbacks = callbacks;
        this.permissions = permissions;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST conversations/{conversation}/participants/{participant}/callbacks", SCOPE, this::ofCall),
                Route.of("POST conversations/callbacks", SCOPE, this::alone),
                Route.of("PATCH conversations/callbacks", SCOPE, this::reschedule),
                Route.of("PATCH conversations/callbacks/{conversation}", SCOPE, this::cancel),
                Route.of("POST conversations/callbacks/bulk/disconnect", SCOPE, this::cancelMany),
                Route.of("GET outbound/contactlists/{list}/contacts/{contact}", "outbound:readonly", this::contact));
    }

    private Answer ofCall(Asked asked) {
        permissions.need("conversation:callback:create");
        String id = asked.path("conversation");
        conversations.checkParticipant(id, asked.path("participant"));
        Body body = asked.body();
        return Answers.json(
                201,
                scheduled(new Wish(
                        id,
                        asked.token().agent(),
                        body.textOr("queueId", ""),
                        numbers(body),
                        body.textOr("callbackScheduledTime", ""),
                        false)));
    }

    private static List<String> numbers(Body body) {
        List<String> numbers = body.texts("callbackNumbers");
        if (numbers.isEmpty()) {
            throw Body.missing("callbackNumbers");
        }
        return numbers;
    }

    private Answer alone(Asked asked) {
        permissions.need("conversation:callback:create");
        Body body = asked.body();
        Body routing = body.object("routingData").orElse(body);
        String queue = routing.textOr("queueId", body.textOr("queueId", ""));
        boolean owned = routing.texts("routingFlags").contains("AGENT_OWNED_CALLBACK");
        return Answers.ok(scheduled(new Wish(
                "", asked.token().agent(), queue, numbers(body), body.textOr("callbackScheduledTime", ""), owned)));
    }

    private Map<String, Object> scheduled(Wish wish) {
        return reference(callbacks.schedule(wish));
    }

    private static Map<String, Object> reference(String id) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("conversation", Map.of("id", id, "selfUri", "/api/v2/conversations/" + id));
        body.put("callbackIdentifiers", List.of(Map.of("type", "ACD", "id", id)));
        return body;
    }

    private Answer reschedule(Asked asked) {
        permissions.need("conversation:callback:edit");
        Body body = asked.body();
        body.required("agentId");
        String id = body.required("conversationId");
        callbacks.reschedule(id, body.required("callbackScheduledTime"), body.texts("callbackNumbers"));
        return Answers.ok(reference(id));
    }

    private Answer cancel(Asked asked) {
        String state = asked.body().required("state");
        if (!state.equals("disconnected")) {
            throw ApiErrorException.invalidValue("state", state);
        }
        callbacks.cancel(asked.path("conversation"));
        return Answers.ok(Map.of("id", asked.path("conversation")));
    }

    private Answer cancelMany(Asked asked) {
        asked.body().objects("callbackDisconnectIdentifiers").stream()
                .map(one -> one.required("conversationId"))
                .forEach(callbacks::cancel);
        return Answers.accepted();
    }

    private Answer contact(Asked asked) {
        permissions.need("outbound:contact:view");
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("id", asked.path("contact"));
        contact.put("contactListId", asked.path("list"));
        contact.put("data", Map.of("FirstName", "Doc", "LastName", "Brown"));
        contact.put("callRecords", Map.of());
        contact.put("phoneNumberStatus", Map.of("CellPhone", Map.of("callable", true)));
        contact.put("callable", true);
        return Answers.ok(contact);
    }
}
