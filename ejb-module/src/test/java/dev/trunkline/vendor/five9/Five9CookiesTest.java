package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which cookie goes where (sheet 2.2). */
class Five9CookiesTest {
    private static final URI LOG_IN = URI.create("https://app.five9.com/appsvcs/rs/svc/auth/login");
    private static final URI ATLANTA = URI.create("https://app-atl.five9.com/appsvcs/rs/svc/agents/1");

    private final Five9Cookies cookies = new Five9Cookies();

    private void set(URI from, String... lines) {
        cookies.keep(from, List.of(lines));
    }

    @Test
    void cookieOfADomainShouldGoToItsHosts() {
        set(LOG_IN, "Authorization=Bearer-1; Domain=five9.com; Path=/; Secure; HttpOnly");
        assertThat(cookies.header(ATLANTA)).isEqualTo("Authorization=Bearer-1");
        assertThat(cookies.header(URI.create("wss://app-atl.five9.com/appsvcs/ws/k")))
                .isEqualTo("Authorization=Bearer-1");
        assertThat(cookies.header(URI.create("https://five9.com.example.net/"))).isEmpty();
        assertThat(cookies.header(URI.create("https://notfive9.com/"))).isEmpty();
    }

    @Test
    void cookieOfOneHostShouldGoToNoOther() {
        set(LOG_IN, "BIGipServer=x; Path=/", "TS01=y");
        assertThat(cookies.header(LOG_IN)).isEqualTo("BIGipServer=x; TS01=y");
        assertThat(cookies.header(ATLANTA)).isEmpty();
    }

    @Test
    void hostShouldBeTakenWithItsPort() {
        URI one = URI.create("https://localhost:8104/");
        set(one, "BIGipServer=x", "session=s; Domain=localhost");
        assertThat(cookies.header(URI.create("https://localhost:8114/"))).isEqualTo("session=s");
        assertThat(cookies.header(one)).isEqualTo("BIGipServer=x; session=s");
    }

    @Test
    void newValueShouldReplaceTheOldAndAnEndedOneGo() {
        set(LOG_IN, "a=1; Domain=five9.com", "b=1; Domain=five9.com");
        set(ATLANTA, "a=2; Domain=.five9.com", "b=; Domain=five9.com; Max-Age=0");
        assertThat(cookies.header(ATLANTA)).isEqualTo("a=2");
    }

    @Test
    void cookieForSomebodyElsesDomainShouldBeNobodys() {
        set(ATLANTA, "a=1; Domain=example.net", "=2", "nonsense");
        assertThat(cookies.header(URI.create("https://example.net/"))).isEmpty();
        assertThat(cookies.header(ATLANTA)).isEmpty();
    }

    @Test
    void cookieShouldKeepToItsPath() {
        set(ATLANTA, "a=1; Path=/appsvcs", "b=1; Path=/supsvcs");
        assertThat(cookies.header(ATLANTA)).isEqualTo("a=1");
    }
}
