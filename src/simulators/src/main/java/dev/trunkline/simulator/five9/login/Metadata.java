package dev.trunkline.simulator.five9.login;

import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Farm;
import dev.trunkline.simulator.five9.centre.Ids;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the platform tells of where to go, at log-in and after (sheet 1.2). */
public final class Metadata {
    private static final String VERSION = "13.0.42";
    private static final String CLOUD = "https://api.prod.us.five9.net/";

    private final Function<Farm, Integer> ports;
    private final Supplier<String> loginUrl;

    public Metadata(Function<Farm, Integer> ports, Supplier<String> loginUrl) {
        this.ports = ports;
        this.loginUrl = loginUrl;
    }

    public Map<String, Object> of(Session session) {
        Agent agent = session.agent();
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("farmId", agent.farm().id());
        context.put("cloudClientUrl", CLOUD);
        context.put("cloudTokenUrl", CLOUD);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("tokenId", session.token());
        all.put("sessionId", session.id());
        all.put("orgId", Ids.ORGANISATION);
        all.put("userId", agent.id());
        all.put("context", context);
        all.put("metadata", at(agent.farm()));
        return all;
    }

    /** The domain while it lives there. */
    public Map<String, Object> at(Farm active) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("freedomUrl", loginUrl.get());
        metadata.put(
                "dataCenters",
                Arrays.stream(Farm.values())
                        .map(farm -> dataCentre(farm, farm == active))
                        .toList());
        return metadata;
    }

    private Map<String, Object> dataCentre(Farm farm, boolean active) {
        Map<String, Object> centre = new LinkedHashMap<>();
        centre.put("name", farm.title());
        centre.put("active", active);
        centre.put("apiUrls", urls(farm, "jAPI013"));
        centre.put("uiUrls", urls(farm, "jUI96e6"));
        centre.put("loginUrls", urls(farm, "LGNYoI4"));
        return centre;
    }

    private List<Map<String, Object>> urls(Farm farm, String key) {
        Map<String, Object> url = new LinkedHashMap<>();
        url.put("host", "localhost");
        url.put("port", Integer.toString(ports.apply(farm)));
        url.put("routeKey", farm.letters() + key);
        url.put("version", VERSION);
        return List.of(url);
    }
}
