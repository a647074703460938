package dev.trunkline.system.kit.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.system.kit.Call;
import dev.trunkline.system.kit.Kit;
import dev.trunkline.system.kit.Seat;
import dev.trunkline.system.kit.Works;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Here Reject ends a call that rings; elsewhere it is a word about a campaign's record. */
interface RejectCases extends Kit {
    @Test
    @Works("Reject")
    default void callFromAColleagueShouldBeRejected() {
        Seat agent = agent();
        Seat colleague = colleague();
        Call call = agent.dial(colleague.phone());
        Call offered = colleague.newCall(List.of()).until("the colleague's phone rings", "Reject");
        offered.does("Reject");
        offered.ended();

        assertThat(offered.lifeCycles()).startsWith("RINGING").endsWith("ENDED");
        call.finish();
        assertThat(call.lifeCycles()).doesNotContain("CONNECTED").endsWith("ENDED");
    }
}
