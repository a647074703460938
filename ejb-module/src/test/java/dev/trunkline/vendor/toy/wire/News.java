package dev.trunkline.vendor.toy.wire;

import java.util.List;

/** One event: of an agent, of a call, or all there is. */
public record News(Agent agent, Call call, List<Call> calls) {
    public boolean isAll() {
        return calls != null;
    }

    public boolean isOfCall() {
        return call != null;
    }
}
