package dev.trunkline.system.kit;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import dev.trunkline.system.Site;
import dev.trunkline.system.kit.Covers.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/** Collects what really came of the kit's cases and writes the table of them all when the last has ended. */
final class Results implements BeforeAllCallback, ExecutionCondition, TestWatcher {
    private static volatile ResultsTable table;

    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(Namespace.create(Results.class));
        table = store.getOrComputeIfAbsent(Results.class, key -> new Written(), Written.class).table;
    }

    /** A case about verbs that the platform does not offer is not for it: that they are refused is another case. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Works> works = AnnotationSupport.findAnnotation(context.getElement(), Works.class);
        if (works.isPresent() && context.getTestInstance().isPresent()) {
            Platform platform = platform(context);
            for (String verb : works.get().value()) {
                if (!platform.verbs().contains(verb) || platform.neverOpen().contains(verb)) {
                    return disabled(verb + " cannot be shown on " + platform.title());
                }
            }
        }
        return enabled("");
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        record(context, true);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        record(context, false);
    }

    private static void record(ExtensionContext context, boolean passed) {
        if (platform(context).further().isPresent()) {
            return; // the table is of what is shipped
        }
        String title = platform(context).title();
        Optional<Works> works = AnnotationSupport.findAnnotation(context.getElement(), Works.class);
        works.ifPresent(verbs -> List.of(verbs.value()).forEach(verb -> table.worked(title, verb, passed)));
        boolean answers = AnnotationSupport.isAnnotated(context.getElement(), Answers.class);
        if (answers) {
            table.worked(title, context.getDisplayName(), passed);
        }
        Group group = group(context);
        if (group == Group.REFUSED_VERBS) {
            table.refused(title, context.getDisplayName(), passed);
        }
        table.count(title, works.isPresent() || answers ? "verbs that work" : group.title(), passed);
    }

    private static Group group(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), Covers.class)
                .or(() -> AnnotationSupport.findAnnotation(
                        context.getRequiredTestMethod().getDeclaringClass(), Covers.class))
                .map(Covers::value)
                .orElse(Group.VERB_RULES);
    }

    private static Platform platform(ExtensionContext context) {
        return ((Kit) context.getRequiredTestInstance()).platform();
    }

    /** The table, written when JUnit lets go of it. */
    private static final class Written implements AutoCloseable {
        private final ResultsTable table = new ResultsTable();

        @Override
        public void close() {
            Path file = Site.root().resolve("src/system-tests/target/contract-kit.md");
            try {
                Files.writeString(file, table.text());
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            // console program
            System.out.println("\n" + table.text());
            // end of console program
        }
    }
}
