package dev.trunkline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.event.Profile;
import dev.trunkline.message.ChannelNames;
import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryValuesTest {
    private static <T> T read(String name, String value, Function<QueryValues, T> what) {
        return what.apply(new QueryValues(Map.of(name, List.of(value))));
    }

    private static void assertRefused(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(Code.INVALID_REQUEST));
    }

    private static Optional<String> channel(QueryValues query) {
        return query.channel(ChannelNames.shipped().with(Map.of("acme", "Acme")));
    }

    @Test
    void nothingSaidShouldBeTheDefault() {
        QueryValues none = new QueryValues(Map.of());

        assertThat(none.limit()).isEqualTo(100);
        assertThat(none.after()).isEmpty();
        assertThat(none.profile()).isEmpty();
        assertThat(none.agent()).isEmpty();
        assertThat(none.flag("ended")).isFalse();
    }

    @Test
    void goodValuesShouldBeRead() {
        assertThat(read("after", "4210", QueryValues::after)).hasValue(4210);
        assertThat(read("limit", "500", QueryValues::limit)).isEqualTo(500);
        assertThat(read("profile", "extended", QueryValues::profile)).contains(Profile.EXTENDED);
        assertThat(read("channel", "Webex CC", QueryValuesTest::channel)).contains("Webexcc");
        assertThat(read("channel", "ACME", QueryValuesTest::channel)).contains("Acme");
        boolean ended = read("ended", "true", query -> query.flag("ended"));
        assertThat(ended).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "", " 1", "1.0", "9999999999999999999", "+1"})
    void badNumberShouldBeRefused(String value) {
        assertRefused(() -> read("after", value, QueryValues::after));
        assertRefused(() -> read("limit", value, QueryValues::limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501"})
    void limitShouldBeFromOneToFiveHundred(String value) {
        assertRefused(() -> read("limit", value, QueryValues::limit));
    }

    @Test
    void unknownWordShouldBeRefused() {
        assertRefused(() -> read("profile", "full", QueryValues::profile));
        assertRefused(() -> read("channel", "Avaya", QueryValuesTest::channel));
        assertRefused(() -> read("ended", "yes", query -> query.flag("ended")));
        assertRefused(() -> read("agent", " ", QueryValues::agent));
    }

    @Test
    void valueThatIsThereTwiceShouldBeRefused() {
        assertRefused(() -> new QueryValues(Map.of("after", List.of("1", "2"))).after());
    }
}
