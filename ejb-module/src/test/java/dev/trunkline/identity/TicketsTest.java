package dev.trunkline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private static final Instant START = Instant.parse("2026-03-04T15:00:00Z");
    private static final Caller ALICE =
            new Caller(new AgentKey("default", "alice"), Set.of(Role.AGENT), START, "192.0.2.7", true);

    private Instant now = START;
    private final Tickets tickets = new Tickets(
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            },
            2);

    @Test
    void ticketShouldBeGoodOnce() {
        String ticket = tickets.issue(ALICE);

        assertThat(tickets.redeem(ticket)).contains(ALICE);
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void ticketShouldBeGoodForThirtySeconds() {
        String first = tickets.issue(ALICE);
        now = START.plusSeconds(29);
        assertThat(tickets.redeem(first)).isPresent();

        String second = tickets.issue(ALICE);
        now = now.plusSeconds(30);
        assertThat(tickets.redeem(second)).isEmpty();
    }

    @Test
    void ticketShouldHave256RandomBits() {
        assertThat(tickets.issue(ALICE)).hasSize(43).isNotEqualTo(tickets.issue(ALICE));
    }

    @Test
    void ticketsShouldNotFillTheMemory() {
        tickets.issue(ALICE);
        tickets.issue(ALICE);
        assertThatThrownBy(() -> tickets.issue(ALICE))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(Code.OVERLOADED));

        now = START.plusSeconds(30);
        assertThat(tickets.issue(ALICE)).isNotEmpty();
    }
}
