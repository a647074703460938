package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.CallFixture.INES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.finesse.wire.Dialog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks on the wire; the server shows at once what it took, as a stream would tell it. */
class FinesseSchedulingTest {
    private static final String CALL = "16786700";
    private static final Pattern PARAMETER =
            Pattern.compile("<ActionParam><name>(.*?)</name><value>(.*?)</value></ActionParam>");
    private static final String NUMBER = "5550199";

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final FinesseSeat seat = new FinesseSeat();
    private HttpServer server;
    /** Requests with this text in them are refused. */
    private volatile String refused = "nothing";

    private volatile boolean showing = true;
    private volatile String time = "";
    private volatile String number = "";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", this::answer);
        server.start();
        show();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(gist(body));
        boolean takes = !body.contains(refused);
        if (takes && showing) {
            take(body);
        }
        exchange.sendResponseHeaders(takes ? 202 : 400, -1);
        exchange.close();
    }

    private void take(String body) {
        Matcher parameter = PARAMETER.matcher(body);
        if (body.contains("CANCEL_SCHEDULED_CALLBACK")) {
            time = "";
            number = "";
        } else if (parameter.find() && parameter.group(1).equals("callbackTime")) {
            time = parameter.group(2);
        } else {
            number = parameter.group(2);
        }
        show();
    }

    private void show() {
        seat.saw(List.of(dialog(time, number)));
    }

    private static Dialog dialog(String time, String number) {
        String info = time.isEmpty() && number.isEmpty()
                ? ""
                : "<scheduledCallbackInfo><callbackTime>" + time + "</callbackTime><callbackNumber>" + number
                        + "</callbackNumber></scheduledCallbackInfo>";
        return FinesseXml.dialog("<Dialog><id>" + CALL
                + "</id><mediaProperties><callvariables><CallVariable><name>BATimeZone</name><value>-00360</value>"
                + "</CallVariable></callvariables></mediaProperties>" + info + "</Dialog>");
    }

    private static String gist(String body) {
        Matcher parameter = PARAMETER.matcher(body);
        String action = body.replaceFirst("(?s).*<requestedAction>(.*?)</requestedAction>.*", "$1");
        return parameter.find() ? parameter.group(1) + " " + parameter.group(2) : action;
    }

    @Test
    void timeAndNumberShouldGoOutOneAfterTheOtherOnTheClockOfTheCustomer() {
        Order order = order(Map.of("callbackTime", "2026-03-05T16:30:00+01:00", "callbackNumber", NUMBER));
        scheduling().schedule(order);
        assertThat(seen).containsExactly("callbackTime 2026-03-05T09:30", "callbackNumber " + NUMBER);
        assertThat(seat.arrangements().cause(dialog("2026-03-05T09:30", ""), order.commandId()))
                .isEmpty();
        assertThat(seat.arrangements().cause(dialog("2026-03-05T09:30", NUMBER), ""))
                .isEqualTo(order.commandId());
        assertThat(seat.arrangements().cause(dialog("2026-03-05T09:30", NUMBER), ""))
                .isEmpty();
    }

    @Test
    void timeInANamedZoneShouldBeTheSameMoment() {
        scheduling().schedule(order(Map.of("callbackTime", "2026-03-05T10:30", "timeZone", "America/New_York")));
        assertThat(seen).containsExactly("callbackTime 2026-03-05T09:30");
    }

    @Test
    void refusedNumberShouldTakeTheTimeBack() {
        refused = "callbackNumber";
        assertThat(failure(Map.of("callbackTime", "2026-03-05T15:30Z", "callbackNumber", NUMBER))
                        .code())
                .isEqualTo(Code.PLATFORM_REJECTED);
        assertThat(seen)
                .containsExactly(
                        "callbackTime 2026-03-05T09:30", "callbackNumber " + NUMBER, "CANCEL_SCHEDULED_CALLBACK");
    }

    @Test
    void refusedChangeShouldLeaveTheCallbackAsItWas() {
        time = "2026-03-01T08:00";
        show();
        refused = "callbackNumber";
        failure(Map.of("callbackTime", "2026-03-05T15:30Z", "callbackNumber", NUMBER));
        assertThat(seen)
                .containsExactly(
                        "callbackTime 2026-03-05T09:30", "callbackNumber " + NUMBER, "callbackTime 2026-03-01T08:00");
    }

    @Test
    void timeThatIsNotShownShouldBeTakenBackBeforeTheNumberIsSent() {
        showing = false;
        assertThat(failure(Map.of("callbackTime", "2026-03-05T15:30Z", "callbackNumber", NUMBER))
                        .code())
                .isEqualTo(Code.NOT_EFFECTIVE);
        assertThat(seen).containsExactly("callbackTime 2026-03-05T09:30", "CANCEL_SCHEDULED_CALLBACK");
    }

    @Test
    void cancelShouldBeSeenWhenNothingIsArrangedAnyMore() {
        time = "2026-03-01T08:00";
        show();
        Order order = order(Map.of());
        scheduling().cancel(order);
        assertThat(seen).containsExactly("CANCEL_SCHEDULED_CALLBACK");
        assertThat(seat.arrangements().cause(dialog("2026-03-01T08:00", ""), order.commandId()))
                .isEmpty();
        assertThat(seat.arrangements().cause(dialog("", ""), "")).isEqualTo(order.commandId());
    }

    /** Else what another command brings about would be told as that of the refused one. */
    @Test
    void refusedCallbackShouldNotBeSeenInWhatComesLater() {
        refused = "callbackTime";
        Order order = order(Map.of("callbackTime", "2026-03-05T15:30Z"));
        catchThrowableOfType(VendorException.class, () -> scheduling().schedule(order));
        assertThat(seat.arrangements().cause(dialog("2026-03-05T09:30", ""), "another"))
                .isEqualTo("another");
    }

    private VendorException failure(Map<String, Object> data) {
        return catchThrowableOfType(VendorException.class, () -> scheduling().schedule(order(data)));
    }

    private static Order order(Map<String, Object> data) {
        return FinesseSite.order(CALL, data);
    }

    private FinesseScheduling scheduling() {
        FinesseClient client = new FinesseClient(FinesseSettingsTest.settings(Map.of(
                "trunkline.finesse.url",
                "http://localhost:" + server.getAddress().getPort(),
                "trunkline.finesse.stepTimeout",
                "200ms")));
        return new FinesseScheduling(client, INES, seat);
    }
}
