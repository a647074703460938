package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Person;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.finesse.centre.Centre;
import dev.trunkline.simulator.finesse.rest.SystemInfo;
import dev.trunkline.simulator.finesse.xmpp.EventServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Which kinds of faults the simulated Finesse knows and what each does. */
final class FinesseFaults {
    private static final Duration USUAL = Duration.ofSeconds(3);
    private static final int USUAL_RATE = 500;
    private static final String INFO = "/finesse/api/SystemInfo";

    private final Map<String, Consumer<Fault>> kinds = new TreeMap<>();
    private final Faults faults;
    private final EventServer xmpp;
    private final Centre centre;
    private final SystemInfo info;
    private final Lane lane;
    private final List<Person> people;

    FinesseFaults(Faults faults, EventServer xmpp, Centre centre, SystemInfo info, Lane lane, List<Person> people) {
        this.faults = faults;
        this.xmpp = xmpp;
        this.centre = centre;
        this.info = info;
        this.lane = lane;
        this.people = people;
        for (String kind : List.of("slow", "error", "rate-limit", "lose-answer", "swallow", "async-error")) {
            kinds.put(kind, faults::addTimes);
        }
        for (String kind : List.of("duplicate-events", "reorder-events")) {
            kinds.put(kind, fault -> faults.addFor(fault, USUAL));
        }
        kinds.put("cut-stream", fault -> xmpp.cut(fault, Duration.ZERO));
        kinds.put("refuse-stream", fault -> xmpp.refuse(fault, USUAL));
        kinds.put("expire-auth", this::expire);
        kinds.put("half-open", fault -> xmpp.freeze(fault, USUAL));
        kinds.put("conflict", fault -> xmpp.endWithError(fault, "conflict"));
        kinds.put("system-shutdown", fault -> xmpp.endWithError(fault, "system-shutdown"));
        kinds.put("garbage", this::garbage);
        kinds.put("out-of-service", this::outOfService);
        kinds.put("web-down", this::webDown);
        kinds.put("change-burst", this::changeBurst);
    }

    void inject(Fault fault) {
        Consumer<Fault> kind = kinds.get(fault.kind());
        if (kind == null) {
            throw new RefusedException(
                    400, "Finesse has no fault '" + fault.kind() + "'; it has " + kinds.keySet() + ".");
        }
        if (fault.onlyAgent().filter(agent -> !centre.knows(agent)).isPresent()) {
            throw new RefusedException(400, "There is no agent '" + fault.agent() + "'.");
        }
        lane.ask(() -> {
            kind.accept(fault);
            return true;
        });
    }

    /** One by one, so that each agent's coming back ends it for that agent alone. */
    private void expire(Fault fault) {
        people.stream()
                .map(Person::userName)
                .filter(fault::concerns)
                .forEach(agent -> faults.addForever(fault.onlyFor(agent)));
    }

    private void garbage(Fault fault) {
        if (fault.text() == null) {
            throw new RefusedException(400, "garbage needs a text, for example {\"kind\":\"garbage\",\"text\":\"<\"}.");
        }
        xmpp.sendGarbage(fault, fault.text(), Boolean.TRUE.equals(fault.raw()));
    }

    private void outOfService(Fault fault) {
        faults.addFor(fault, USUAL);
        tellSystemInfo();
        lane.after(fault.duration(USUAL).plusMillis(1), this::tellSystemInfo);
    }

    /** The web application is gone while XMPP lives: the user finesse is not there (sheet 5.6). */
    private void webDown(Fault fault) {
        xmpp.finesseIs(false);
        faults.addFor(new Fault("out-of-service", fault.seconds(), null, null, null, null, null, null), USUAL);
        lane.after(fault.duration(USUAL).plusMillis(1), () -> xmpp.finesseIs(true));
    }

    private void tellSystemInfo() {
        xmpp.tellAll(
                INFO,
                "<Update><data>" + info.document("systemInfo") + "</data><event>put</event><requestId></requestId>"
                        + "<source>" + INFO + "</source></Update>");
    }

    private void changeBurst(Fault fault) {
        int rate = fault.perSecond() == null ? USUAL_RATE : fault.perSecond();
        centre.changeBurst(fault::concerns, rate, fault.duration(USUAL));
    }
}
