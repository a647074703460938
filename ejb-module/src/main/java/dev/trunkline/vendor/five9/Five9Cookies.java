package dev.trunkline.vendor.five9;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One session's cookies, each kept for whom it is meant (sheet 2.2): what a load balancer sets for its own host must not reach another, or
 * nobody is logged in there. A cookie without {@code Domain} belongs to host and port, since data centres can be ports of one host. Java's
 * own jar takes {@code Domain=localhost} for no domain, and knows no ports. Safe for threads.
 */
final class Five9Cookies {
    private static final Pattern PARTS = Pattern.compile(";");

    private final List<Cookie> all = new ArrayList<>();

    /** @param domain without a dot before it, or {@code ""} for a cookie of that authority alone */
    private record Cookie(String name, String value, String domain, String authority, String path, boolean secure) {
        boolean sameAs(Cookie other) {
            return name.equals(other.name)
                    && domain.equals(other.domain)
                    && authority.equals(other.authority)
                    && path.equals(other.path);
        }

        boolean goesTo(URI to) {
            boolean there = domain.isEmpty() ? authority.equals(to.getAuthority()) : within(host(to), domain);
            return there && below(to.getPath()) && (!secure || SECURE.contains(to.getScheme()));
        }

        private boolean below(String asked) {
            String where = asked == null || asked.isEmpty() ? "/" : asked;
            return where.equals(path)
                    || where.startsWith(path) && (path.endsWith("/") || where.charAt(path.length()) == '/');
        }
    }

    private static final List<String> SECURE = List.of("https", "wss");

    /** {@code Set-Cookie} of an answer. One for a domain that the host is not in is nobody's. */
    synchronized void keep(URI from, List<String> setCookies) {
        setCookies.forEach(text -> keep(from, text));
    }

    private void keep(URI from, String text) {
        String[] parts = PARTS.split(text);
        int equals = parts[0].indexOf('=');
        if (equals <= 0) {
            return;
        }
        Map<String, String> attributes = attributes(parts);
        String domain =
                attributes.getOrDefault("domain", "").replaceFirst("^\\.", "").toLowerCase(Locale.ROOT);
        if (!domain.isEmpty() && !within(host(from), domain)) {
            return;
        }
        String path = attributes.getOrDefault("path", "/");
        Cookie cookie = new Cookie(
                parts[0].substring(0, equals).strip(),
                parts[0].substring(equals + 1).strip(),
                domain,
                domain.isEmpty() ? from.getAuthority() : "",
                path.startsWith("/") ? path : "/",
                attributes.containsKey("secure"));
        all.removeIf(cookie::sameAs);
        if (!over(attributes)) {
            all.add(cookie);
        }
    }

    private static Map<String, String> attributes(String... parts) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            attributes.put(pair[0].strip().toLowerCase(Locale.ROOT), pair.length == 2 ? pair[1].strip() : "");
        }
        return attributes;
    }

    /** Taken back. When one that is still good ends does not matter: the session ends with it. */
    private static boolean over(Map<String, String> attributes) {
        return attributes.getOrDefault("max-age", "1").matches("-\\d+|0")
                || attributes.getOrDefault("expires", "").contains("1970");
    }

    /** For the header {@code Cookie}, or empty. */
    synchronized String header(URI to) {
        return String.join(
                "; ",
                all.stream()
                        .filter(cookie -> cookie.goesTo(to))
                        .map(cookie -> cookie.name() + "=" + cookie.value())
                        .toList());
    }

    private static String host(URI uri) {
        return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static boolean within(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
