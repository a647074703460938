package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.Five9Session.Place;
import dev.trunkline.vendor.five9.wire.Login;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one log-in has, and what becomes of it when there is another (sheet 2.1, 2.2). */
class Five9LogInTest {
    private static final URI CENTRE = URI.create("https://localhost:8114");

    private final AtomicLong clock = new AtomicLong();
    private final Five9Session session = new Five9Session(clock::get);

    private static Place place(String token, String farm) {
        return new Place(new Login(token, "3570001", "131700", farm, "localhost", "8114"), CENTRE);
    }

    @BeforeEach
    void logIn() {
        session.begin();
        session.keep(session.signIns(), CENTRE, List.of("JSESSIONID=one; Path=/"));
        session.begun(place("one", "149"));
    }

    @Test
    void whoAsksWhileAnotherLogsInShouldGoOnWithWhatWas() {
        session.begin();
        session.keep(session.signIns(), CENTRE, List.of("JSESSIONID=two; Path=/"));
        assertThat(session.place().orElseThrow().login().tokenId()).isEqualTo("one");
        assertThat(session.cookies(CENTRE)).isEqualTo("JSESSIONID=one");
        assertThat(session.stands()).isFalse();
        session.begun(place("two", "149"));
        assertThat(session.cookies(CENTRE)).isEqualTo("JSESSIONID=two");
    }

    @Test
    void lateAnswerShouldNotSpoilTheNextLogIn() {
        int before = session.signIns();
        session.begin();
        session.begun(place("two", "149"));
        session.keep(before, CENTRE, List.of("JSESSIONID=late; Path=/"));
        assertThat(session.moved(before, place("one", "150"))).isFalse();
        assertThat(session.cookies(CENTRE)).isEmpty();
        assertThat(session.place().orElseThrow().login().farmId()).isEqualTo("149");
    }

    @Test
    void otherFarmShouldBeAnotherPlace() {
        assertThat(session.moved(session.signIns(), place("one", "149"))).isFalse();
        assertThat(session.moved(session.signIns(), place("one", "150"))).isTrue();
    }

    @Test
    void freshnessShouldPass() {
        assertThat(session.fresh(Duration.ofNanos(10))).isTrue();
        clock.addAndGet(10);
        assertThat(session.fresh(Duration.ofNanos(10))).isFalse();
    }

    @Test
    void refusedPasswordShouldNotBeTriedAgainButAnother() {
        session.refused(new Credential("wrong"), new VendorException(Code.AUTH_EXPIRED, "no"));
        assertThat(Five9Site.refusal(() -> session.notRefused(new Credential("wrong")))
                        .code())
                .isEqualTo(Code.AUTH_EXPIRED);
        assertThatCode(() -> session.notRefused(new Credential("right"))).doesNotThrowAnyException();
    }
}
