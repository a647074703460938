package dev.trunkline.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Where the REST resources stand. */
@ApplicationPath("api/v1")
public class Api extends Application {
    /** Jersey would describe itself at every OPTIONS; ours is the contract. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
