package dev.trunkline.vendor.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.Update;
import dev.trunkline.vendor.finesse.wire.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read and what is pushed meanwhile: told in turn, a call must never go back to what it was. */
class FinesseReadingTest {
    private static final User USER = FinesseXml.user(CallFixture.text("example-user-ready.xml"));

    /** A call as it was told; what differs is where it goes to. */
    private static Dialog call(String id, String version) {
        return CallFixture.dialog(id, "OUT", "5101", version, "5101 AGENT_DEVICE ACTIVE");
    }

    private static Update pushed(String event, Dialog... dialogs) {
        return new Update(event, "", "", List.of(dialogs), Optional.empty(), List.of(), Optional.empty());
    }

    private static FinesseReading read(Set<String> gone, Dialog... dialogs) {
        return new FinesseReading(USER, List.of(dialogs), gone);
    }

    private static Stream<String> versions(FinesseReading reading) {
        return reading.dialogs().stream().map(dialog -> dialog.id() + " " + dialog.toAddress());
    }

    @Test
    void lastPushShouldCountForWhoWasToldThemAll() {
        FinesseReading read = read(Set.of(), call("7", "read"), call("8", "read"));
        List<Update> pushed = List.of(pushed("PUT", call("7", "first")), pushed("PUT", call("7", "last")));

        assertThat(versions(read.after(pushed))).containsExactly("7 last", "8 read");
    }

    @Test
    void firstPushShouldCountForWhoIsToldThemNext() {
        FinesseReading read = read(Set.of(), call("7", "read"));
        List<Update> pushed = List.of(pushed("PUT", call("7", "first")), pushed("PUT", call("7", "last")));

        assertThat(versions(read.before(pushed))).containsExactly("7 first");
    }

    @Test
    void callThatCameAndCallThatWentMeanwhileShouldBeSo() {
        FinesseReading read = read(Set.of(), call("7", "read"));
        List<Update> pushed = List.of(pushed("DELETE", call("7", "dropped")), pushed("POST", call("9", "new")));

        assertThat(versions(read.after(pushed))).containsExactly("9 new");
        assertThat(versions(read.before(pushed))).containsExactly("7 read", "9 new");
    }

    @Test
    void callThatIsGoneShouldStayGone() {
        FinesseReading read = read(Set.of("7"));
        List<Update> pushed = List.of(pushed("PUT", call("7", "before its end")));

        assertThat(versions(read.after(pushed))).isEmpty();
        assertThat(versions(read.before(pushed))).isEmpty();
    }
}
