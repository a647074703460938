package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.vendor.genesys.wire.Definition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenesysDefinitionsTest {
    private long now;
    private int asked;
    private final GenesysDefinitions definitions = new GenesysDefinitions(() -> now);

    private List<Definition> ask() {
        asked++;
        return List.of(new Definition("d-" + asked, "Away", "Away", false));
    }

    @Test
    void agentsWhoSignOnTogetherShouldAskOnce() {
        definitions.fresh("t", this::ask);
        assertThat(definitions.fresh("t", this::ask)).extracting(Definition::id).containsExactly("d-1");
    }

    @Test
    void whoSignsOnLaterShouldSeeWhatWasChanged() {
        definitions.fresh("t", this::ask);
        now += Duration.ofMinutes(2).toNanos();
        assertThat(definitions.known("t", this::ask)).extracting(Definition::id).containsExactly("d-1");
        assertThat(definitions.fresh("t", this::ask)).extracting(Definition::id).containsExactly("d-2");
    }

    @Test
    void organisationsShouldBeKeptApart() {
        definitions.known("t", this::ask);
        assertThat(definitions.known("u", this::ask)).extracting(Definition::id).containsExactly("d-2");
    }
}
