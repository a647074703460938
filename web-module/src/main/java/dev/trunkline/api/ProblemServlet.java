package dev.trunkline.api;

import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The error page of web.xml: what the container refuses has the same body as what we refuse. */
@WebServlet(urlPatterns = ProblemServlet.PATH, asyncSupported = true)
public class ProblemServlet extends HttpServlet {
    static final String PATH = "/problem";
    private static final Logger LOG = Logger.getLogger(ProblemServlet.class.getName());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        // Asked for by its own name it is a page like any other that does not exist.
        Code code = status instanceof Integer number ? HttpStatusCode.of(number) : Code.NOT_FOUND;
        String instance = path == null ? request.getRequestURI() : path.toString();
        Refusal refusal = Refusal.of(code, "");
        ProblemAnswer.write(
                response,
                code == Code.INTERNAL_ERROR
                        ? Problem.ofFault(refusal, instance, traced(request, instance))
                        : Problem.of(refusal, instance));
    }

    private static String traced(HttpServletRequest request, String instance) {
        String trace = UUID.randomUUID().toString();
        Throwable fault = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.log(Level.SEVERE, "Fault " + trace + " on " + instance, fault);
        return trace;
    }
}
