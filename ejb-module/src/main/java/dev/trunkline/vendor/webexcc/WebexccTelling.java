package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.port.PlatformEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How news of a call are told, and what begins with them. Used on the lane only. */
final class WebexccTelling {
    private final PlatformEvents events;
    private final WebexccSeat seat;
    private final WebexccHearing.Follow follow;
    /** Calls of which it was told that they are ending. */
    private final Set<String> ending = new HashSet<>();
    /** Calls whose wrap-up has begun, as far as this connection knows. */
    private final Set<String> wrappingUp = new HashSet<>();

    WebexccTelling(PlatformEvents events, WebexccSeat seat, WebexccHearing.Follow follow) {
        this.events = events;
        this.seat = seat;
        this.follow = follow;
    }

    /** Connected (again): what the clock was asked for is gone. */
    void begin() {
        ending.clear();
        wrappingUp.clear();
    }

    boolean ending(String call) {
        return ending.contains(call);
    }

    void tell(WebexccCall call) {
        snapshots(call).forEach(events::call);
    }

    List<CallSnapshot> snapshots(WebexccCall call) {
        follow(call);
        String wish = seat.wishes().cause(call, "");
        if (!wish.isEmpty()) {
            seat.asked().settled(wish);
        }
        String cause = wish.isEmpty() ? call.standing().command() : wish;
        return List.of(WebexccEventMapper.toSnapshot(call, cause));
    }

    private void follow(WebexccCall call) {
        String id = call.id();
        if (call.at(WebexccStage.ENDING) && ending.add(id)) {
            follow.window(id);
        }
        if (call.at(WebexccStage.WRAP_UP) && !call.fromOutside() && wrappingUp.add(id)) {
            follow.wrapUpBegins(id);
        }
        if (call.at(WebexccStage.OVER)) {
            follow.over(id);
        }
    }

    void forget(String call) {
        ending.remove(call);
        wrappingUp.remove(call);
    }
}
