package dev.trunkline.simulator.gws.stream;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.gws.login.Admission;
import dev.trunkline.simulator.gws.login.Gate;
import dev.trunkline.simulator.gws.login.HttpSession;
import dev.trunkline.simulator.gws.login.LoginSettings.AnonymousStream;
import dev.trunkline.simulator.gws.login.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.server.http.jakarta.CometDServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Before the CometD server: lets in who is signed in, and has the wire break where a fault wants it. */
public final class StreamHandler extends Handler.Wrapper {
    /** Connections break on purpose here, which is no warning. */
    private static final Logger SERVLETS = Logger.getLogger("org.eclipse.jetty.ee10.servlet");

    private static final String PATH = "/api/v2/notifications";
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    private final Notifications notifications;
    private final Lane lane;
    private final Gate gate;
    private final AnonymousStream anonymous;
    private final Faults faults;
    private final Counters counters;

    public StreamHandler(
            Notifications notifications,
            Lane lane,
            Gate gate,
            AnonymousStream anonymous,
            Faults faults,
            Counters counters) {
        this.notifications = notifications;
        this.lane = lane;
        this.gate = gate;
        this.anonymous = anonymous;
        this.faults = faults;
        this.counters = counters;
        SERVLETS.setLevel(Level.SEVERE);
        setHandler(servlets());
    }

    private ServletContextHandler servlets() {
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/");
        context.setAttribute(BayeuxServer.ATTRIBUTE, notifications.bayeux());
        ServletHolder cometd = new ServletHolder("cometd", new CometDServlet());
        cometd.setAsyncSupported(true);
        cometd.setInitOrder(1);
        context.addServlet(cometd, PATH + "/*");
        return context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) {
            return false;
        }
        counters.count(path.endsWith("/connect") ? "polls" : path.endsWith("/handshake") ? "handshakes" : "stream");
        Admission admission =
                lane.ask(() -> gate.stream(Visitor.of(request.getMethod(), name -> header(request, name))));
        admission.cookies().forEach(cookie -> response.getHeaders().add(HttpHeader.SET_COOKIE, cookie));
        return switch (admission.standing()) {
            case WELCOME -> welcome(request, response, callback, admission.session());
            case WRONG_TOKEN -> refuse(response, callback, FORBIDDEN, "text/html", "Missing or invalid Csrf token");
            case NOT_SIGNED_IN ->
                anonymous == AnonymousStream.UNSUCCESSFUL
                        ? super.handle(request, response, callback)
                        : refuse(
                                response,
                                callback,
                                FORBIDDEN,
                                "application/json",
                                "{\"statusCode\":20,\"statusMessage\":\"Access denied\"}");
        };
    }

    private static Optional<String> header(Request request, String name) {
        List<String> values = request.getHeaders().getValuesList(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(";", values));
    }

    private boolean welcome(Request request, Response response, Callback callback, Optional<HttpSession> session)
            throws Exception {
        String agent = session.orElseThrow().agent().name();
        Response back = notifications.wire().enter(request, response, agent);
        if (notifications.wire().dead(agent)) {
            return true;
        }
        if (faults.active("stream-away", agent)) {
            Wire.close(request);
            callback.failed(new EofException("The stream is away on purpose"));
            return true;
        }
        Optional<Fault> refused = faults.take("refuse-stream", agent);
        if (refused.isPresent()) {
            Integer status = refused.get().status();
            return refuse(
                    response,
                    callback,
                    status == null ? UNAVAILABLE : status,
                    "text/html",
                    "<html><body><h1>Service Unavailable</h1></body></html>");
        }
        if (Request.getPathInContext(request).endsWith("/connect") && faults.active("other-node", agent)) {
            notifications.forget(agent);
        }
        request.setAttribute(Bayeux.AGENT, agent);
        return super.handle(request, back, callback);
    }

    private static boolean refuse(Response response, Callback callback, int status, String type, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        Content.Sink.write(response, true, body, callback);
        return true;
    }
}
