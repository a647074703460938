package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where Reject ends a call that rings; elsewhere it is a word about a campaign's record. */
public interface RejectCases extends Kit {
    @Test
    @Works("Reject")
    default void callFromAColleagueShouldBeRejected() {
        Seat agent = agent();
        Seat colleague = colleague();
        Call call = agent.dial(colleague.phone());
        Call offered = colleague.newCall(List.of()).until("the colleague's phone rings", "Reject");
        offered.does("Reject");
        offered.ended();

        assertThat(offered.lifeCycles()).startsWith(platform().offered()).endsWith("ENDED");
        call.finish();
        assertThat(call.lifeCycles()).doesNotContain("CONNECTED").endsWith("ENDED");
    }
}
