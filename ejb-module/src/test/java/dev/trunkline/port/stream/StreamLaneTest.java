package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.port.VendorException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StreamLaneTest {
    private static final AgentSession ALICE =
            new AgentSession(new AgentKey("default", "alice"), "vendor", "alice", "1001", "", new Credential("secret"));

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final StreamLane lane = new StreamLane(
            ALICE, Runnable::run, new Workers.Shared(waiting::add, waiting::add), why -> (VendorException) why);
    private final List<Code> failures = new ArrayList<>();

    @Test
    void endOfTheSignInShouldBeTold() {
        ask(refused(Code.AUTH_EXPIRED));
        waiting.remove().run();

        assertThat(failures).containsExactly(Code.AUTH_EXPIRED);
    }

    @Test
    void endOfAnEarlierSignInShouldNotEndThePresentOne() {
        ask(refused(Code.AUTH_EXPIRED));
        ask(refused(Code.FORBIDDEN));
        lane.signedInAnew();
        waiting.remove().run();
        waiting.remove().run();
        ask(refused(Code.AUTH_EXPIRED));
        waiting.remove().run();

        assertThat(failures).containsExactly(Code.LINK_DOWN, Code.FORBIDDEN, Code.AUTH_EXPIRED);
    }

    private void ask(Supplier<String> platform) {
        lane.work(platform, answer -> {}, why -> failures.add(why.code()));
    }

    private static Supplier<String> refused(Code code) {
        return () -> {
            throw new VendorException(code, "refused");
        };
    }
}
