package dev.trunkline.vendor.five9;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.Five9Session.Place;
import dev.trunkline.vendor.five9.wire.Login;
import java.net.URI;
import java.util.Locale;

/** Where the platform is (sheet 1.1, 1.2): the log-in host is a setting, the data centre is what answers name, if it may be trusted. */
record Five9Places(Five9Settings settings) {
    URI logIn() {
        return settings.url()
                .orElseThrow(() ->
                        new VendorException(Code.CHANNEL_NOT_CONFIGURED, Five9Settings.PREFIX + "url is not set"));
    }

    /** After a log-in. */
    Place of(String body) {
        Login login = read(body);
        if (login.tokenId().isEmpty() || login.userId().isEmpty()) {
            throw Five9ErrorMapper.unreadable(new IllegalArgumentException("neither token nor user"));
        }
        return new Place(login, centre(login));
    }

    /** As metadata says it: what is left out stays as it was. */
    Place of(String body, Place before) {
        Login now = read(body);
        Login login = new Login(
                or(now.tokenId(), before.login().tokenId()),
                or(now.userId(), before.login().userId()),
                or(now.orgId(), before.login().orgId()),
                or(now.farmId(), before.login().farmId()),
                now.host(),
                now.port());
        return new Place(login, now.host().isEmpty() ? before.centre() : centre(login));
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static Login read(String body) {
        try {
            Login login = Five9Json.login(body);
            if (!(login.tokenId() + login.farmId()).matches("[\\x21-\\x7e]*")) {
                throw new IllegalArgumentException("token or farm cannot be a header");
            }
            return login;
        } catch (IllegalArgumentException garbage) {
            throw Five9ErrorMapper.unreadable(garbage);
        }
    }

    /** An answer without a host has the data centre at the log-in host. */
    private URI centre(Login login) {
        if (login.host().isEmpty()) {
            return logIn();
        }
        if (!allowed(login.host())) {
            throw new VendorException(
                    Code.PLATFORM_UNAVAILABLE,
                    "Five9 named the host " + login.host() + ", which " + Five9Settings.PREFIX
                            + "allowedHosts does not allow");
        }
        String port = login.port().matches("\\d{1,5}") ? ":" + login.port() : "";
        return URI.create(logIn().getScheme() + "://" + login.host() + port);
    }

    /** The agent's token goes there. */
    private boolean allowed(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.matches("[a-z0-9.-]+")
                && settings.allowedHosts().stream()
                        .map(suffix -> suffix.toLowerCase(Locale.ROOT).replaceFirst("^\\.", ""))
                        .anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }
}
