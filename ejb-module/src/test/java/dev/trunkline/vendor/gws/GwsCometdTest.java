package dev.trunkline.vendor.gws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.port.VendorException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GwsCometdTest {
    @Test
    void nothingShouldRunOnAfterTheApplication() {
        GwsCometd cometd = new GwsCometd(GwsSettingsTest.settings(Map.of()), () -> null);
        GwsCometd.Shared shared = cometd.shared();
        assertThat(cometd.shared()).as("one for all").isSameAs(shared);
        cometd.close();
        assertThat(shared.http().isStopped()).isTrue();
        assertThat(shared.clock().isShutdown()).isTrue();
        assertThatThrownBy(cometd::shared).isInstanceOf(VendorException.class);
    }
}
