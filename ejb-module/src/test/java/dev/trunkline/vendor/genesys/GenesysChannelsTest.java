package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.vendor.genesys.wire.Channel;
import org.junit.jupiter.api.Test;

class GenesysChannelsTest {
    private static final Channel ONE = new Channel("one", "wss://streaming.example.net/channels/one", "");

    private final GenesysChannels channels = new GenesysChannels();

    @Test
    void channelShouldBeUsedAgainUntilItIsGone() {
        channels.chosen(ONE);
        channels.opened();
        assertThat(channels.last()).contains(ONE);
        channels.gone();
        assertThat(channels.last()).isEmpty();
        assertThat(channels.mayBeOld())
                .as("the one that is gone could be found again")
                .isFalse();
        channels.opened();
        assertThat(channels.mayBeOld()).isTrue();
    }

    @Test
    void platformThatOpensNoneForLongShouldNotBeAskedForNewOnesAllTheTime() {
        int made = 0;
        for (int i = 0; i < 200; i++) {
            if (channels.last().isEmpty()) {
                made++;
                channels.chosen(ONE);
            }
            channels.refused();
        }
        assertThat(made).isEqualTo(6);
    }

    @Test
    void oneRefusalShouldNotCostTheChannel() {
        channels.chosen(ONE);
        channels.refused();
        assertThat(channels.last()).contains(ONE);
    }
}
