package dev.trunkline.api;

import dev.trunkline.event.Intake;
import dev.trunkline.event.Intake.Closed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * How we are; never how a platform is: its outage must not make anybody restart us. Nothing is asked of the database here, so that
 * a check is answered also while that is not.
 */
@ApplicationScoped
public class Health {
    @Inject
    Intake intake;

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> HealthCheckResponse.up("trunkline");
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> readiness(intake.begun(), intake.closed());
    }

    /** The application only starts once the schema is there. */
    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("schema").status(intake.begun()).build();
    }

    static HealthCheckResponse readiness(boolean begun, Optional<Closed> closed) {
        var answer = HealthCheckResponse.named("database").status(begun && closed.isEmpty());
        closed.ifPresent(why -> answer.withData("reason", why.why())
                .withData("since", why.since().toString()));
        return answer.build();
    }
}
