package dev.trunkline.api;

import dev.trunkline.event.Intake;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Stands before all that {@link AsksTheLog}. */
@Provider
@AsksTheLog
public class LogFilter implements ContainerRequestFilter {
    @Inject
    Intake intake;

    @Override
    public void filter(ContainerRequestContext request) {
        intake.checkAnswers();
    }
}
