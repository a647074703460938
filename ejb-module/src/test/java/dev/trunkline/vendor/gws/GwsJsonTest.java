package dev.trunkline.vendor.gws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GwsJsonTest {
    /** Else all that the agent has would count as released. */
    @Test
    void callsThatAreOnlyPointedAtShouldNotBeReadAsNone() {
        assertThat(GwsJson.calls("{\"statusCode\":0,\"calls\":[{\"id\":\"c1\"}]}"))
                .hasSize(1);
        assertThat(GwsJson.calls("{\"statusCode\":0,\"calls\":[],\"uris\":[]}")).isEmpty();
        assertThat(GwsJson.calls("{\"statusCode\":0}")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GwsJson.calls("{\"statusCode\":0,\"uris\":[\"http://gws/api/v2/me/calls/c1\"]}"));
    }
}
