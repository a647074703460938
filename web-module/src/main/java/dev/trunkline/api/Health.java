package dev.trunkline.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** How we are; never how a platform is: its outage must not make anybody restart us. */
@ApplicationScoped
public class Health {
    private static final Logger LOG = Logger.getLogger(Health.class.getName());

    @Inject
    Jdbi jdbi;

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> HealthCheckResponse.up("trunkline");
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("database").status(answers()).build();
    }

    /** The application only starts once the schema is there. */
    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("schema").status(answers()).build();
    }

    private boolean answers() {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
        } catch (JdbiException unreachable) {
            LOG.log(Level.WARNING, "The database does not answer", unreachable);
            return false;
        }
    }
}
