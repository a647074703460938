package dev.trunkline.simulator.finesse.rest;

import dev.trunkline.simulator.finesse.centre.ApiErrorException;
import dev.trunkline.simulator.finesse.wire.Element;
import dev.trunkline.simulator.web.Received;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** One request as Finesse reads it. */
record Incoming(Received received) {

    String method() {
        return received.method();
    }

    List<String> path() {
        return received.path();
    }

    String body() {
        return received.body();
    }

    Map<String, String> query() {
        return FinesseRest.form(received.query());
    }

    Optional<String> header(String name) {
        return received.header(name);
    }

    /** The client's own mark on a request, echoed in what it causes (sheet 3.2). */
    String requestId() {
        return header("requestId").orElse("");
    }

    /** Whether an agent wants to be signed in by it. */
    boolean signsIn() {
        return method().equals("PUT") && body().matches("(?s).*<state>\\s*LOGIN\\s*</state>.*");
    }

    /** The XML that came, which must be declared as such and have this root. */
    Element element(String root) {
        String type = header("Content-Type").orElse("").replaceAll(";.*", "").strip();
        if (!type.equalsIgnoreCase("application/xml")) {
            throw ApiErrorException.badRequest("Content-Type must be application/xml");
        }
        try {
            Element element = Element.parse(body());
            if (!element.is("", root)) {
                throw ApiErrorException.badRequest("The root element must be " + root);
            }
            return element;
        } catch (XMLStreamException e) {
            throw ApiErrorException.badRequest("The body cannot be parsed");
        }
    }

    String step(int index) {
        return received.step(index);
    }
}
