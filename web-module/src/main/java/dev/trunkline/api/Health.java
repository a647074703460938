package dev.trunkline.api;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
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

    /** Payara makes health checks before EJBs, and the database is one: it is looked for when it is asked. */
    @Inject
    Instance<Jdbi> databases;

    private Optional<Jdbi> database = Optional.empty();

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

    private synchronized Jdbi database() {
        if (database.isEmpty()) {
            database = Optional.of(databases.get());
        }
        return database.get();
    }

    private boolean answers() {
        try {
            return database()
                    .withHandle(handle ->
                            handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
        } catch (JdbiException | EJBException unreachable) {
            LOG.log(Level.WARNING, "The database does not answer", unreachable);
            return false;
        }
    }
}
