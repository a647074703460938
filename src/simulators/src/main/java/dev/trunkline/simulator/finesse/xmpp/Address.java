package dev.trunkline.simulator.finesse.xmpp;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JID taken apart.
 *
 * @param local empty for a server
 * @param resource empty if the address is bare
 */
record Address(String local, String domain, String resource) {
    private static final Pattern JID = Pattern.compile("(?:([^@/<>'\"]+)@)?([^@/<>'\" ]+)(?:/(.+))?", Pattern.DOTALL);

    /** Empty if it is no JID. */
    static Optional<Address> parse(String jid) {
        Matcher parts = JID.matcher(jid);
        return parts.matches()
                ? Optional.of(new Address(
                        text(parts.group(1)), parts.group(2).toLowerCase(Locale.ROOT), text(parts.group(3))))
                : Optional.empty();
    }

    private static String text(String group) {
        return group == null ? "" : group;
    }

    String bare() {
        return local.isEmpty() ? domain : local + "@" + domain;
    }

    String full() {
        return resource.isEmpty() ? bare() : bare() + "/" + resource;
    }
}
