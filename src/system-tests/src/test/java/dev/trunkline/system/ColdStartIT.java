package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A server that is stopped and started again finds the application, its log and its sign-ins: deploying it is not enough to know. */
@Order(4)
@ResourceLock(ServerSite.RESOURCE)
class ColdStartIT {
    @Test
    void coldStartShouldFindTheApplicationAndItsLog() {
        try (ServerDomain domain = ServerSite.create("coldstart");
                Site site = ServerSite.site()) {
            domain.start();
            domain.deploy(ServerSite.ear());
            Person alice = ServerSite.person("alice").ready();
            Person.Line line = alice.listen("?profile=extended");
            alice.done(alice.ask("MakeCall", "\"3125550142\""));
            line.frames().awaitLifeCycle("CONNECTED");
            List<JsonNode> before = alice.log();
            domain.stop();
            line.frames().closeCode();

            domain.start();
            Await.until("the application is there", () -> ServerSite.answers(domain.gatewayUrl()));
            Person again = ServerSite.person("alice");
            assertThat(again.log().subList(0, before.size())).isEqualTo(before);
            Await.until("the sign-in is taken up again", () -> again.read("agents/me")
                    .at("/platforms/0/link")
                    .asText()
                    .equals("UP"));
            again.done(again.ask("Drop", ""));
            assertThat(site.books()).hasSize(1);
        }
    }
}
