package dev.trunkline.system.kit.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Contract;
import dev.trunkline.system.Person;
import dev.trunkline.system.kit.Call;
import dev.trunkline.system.kit.Kit;
import dev.trunkline.system.kit.Seat;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The request as seed 000 prints it: names without quotes, a number without quotes, a blank in the channel, the topic of another page. */
interface SeedCases extends Kit {
    String RAW = Contract.text("/contract/schema/samples/raw/000-request.txt");
    String NUMBER = "6085559000";

    @Test
    default void seedsRequestByRestShouldBeOneCall() {
        Seat agent = agent();
        shouldBeOneCall(agent, person -> {
            HttpResponse<String> answer = person.post(RAW);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(Contract.json(answer.body()).at("/message/warnings").toString())
                    .contains("LENIENT_JSON", "NUMERIC_DATA", "DEPRECATED_TOPIC");
        });
    }

    @Test
    default void seedsRequestByWebSocketShouldBeOneCall() {
        Seat agent = agent();
        try (Person.Line line = agent.person().listen("")) {
            shouldBeOneCall(agent, person -> line.say(RAW));
        }
    }

    private void shouldBeOneCall(Seat agent, Consumer<Person> dial) {
        dial.accept(agent.person());
        JsonNode first = agent.watch()
                .await("the call", frame -> frame.path("subtopic").asText().equals("OutBoundCallStateChange"));
        Call call = new Call(agent, first.at("/gateway/callRef").asText()).until("CONNECTED");

        assertThat(first.at("/message/call/ResponseFields/CallState").asText()).isEqualTo("contacting");
        assertThat(first.at("/message/call/ResponseFields/toAddress").asText()).isEqualTo(NUMBER);
        assertThat(call.last().at("/message/call/ResponseFields/toAddress").asText())
                .endsWith(NUMBER);
        call.finish();
        assertThat(control().callsTo(agent.name(), NUMBER)).hasSize(1);
    }
}
