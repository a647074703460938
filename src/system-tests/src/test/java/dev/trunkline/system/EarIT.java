package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The EAR that we ship, unmodified, on Payara Server. */
@ResourceLock(ServerSite.RESOURCE)
@ExtendWith({ServerSite.class, ArquillianExtension.class})
@RunAsClient
class EarIT {
    @Deployment(testable = false)
    static EnterpriseArchive theEarWeShip() {
        return ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, ServerSite.ear().toFile());
    }

    @Test
    void dialOverRestShouldBeWatchedOverWebSocket() {
        Person alice = ServerSite.person("alice").ready();
        Person.Line line = alice.listen("?profile=extended");
        JsonNode dial = alice.ask("MakeCall", "\"3125550105\"");
        line.frames().awaitLifeCycle("WRAP_UP");
        alice.done(alice.ask("WrapUp", "{\"wrapup\":\"31\"}"));
        line.frames().awaitLifeCycle("ENDED");

        List<JsonNode> frames = line.frames().all();
        frames.forEach(Contract::checkFrame);
        assertThat(line.frames().lifeCycles())
                .containsExactly("INITIATED", "DIALING", "RINGING", "CONNECTED", "WRAP_UP", "ENDED");
        assertThat(alice.done(dial).read("calls?ended=true").toString())
                .contains(dial.path("callRef").asText());
    }

    @Test
    void documentsShouldBeServedByTheServerToo() {
        String base = ServerSite.gatewayUrl();
        assertThat(Request.of("GET", base + "docs/").send().body()).contains("openapi.html", "asyncapi.html");
        assertThat(Request.of("GET", base + "docs/openapi.yaml")
                        .send()
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/yaml");
        OpenApi api = OpenApi.of(base);
        OpenApi.Operation ready = api.operation("getReadiness");
        api.check(ready, Request.of("GET", api.address(ready, "", "")).send());
        AsyncApi.of(base).checkAsked(Person.message("MakeCall", "\"3125550142\""));
    }
}
