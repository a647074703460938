package dev.trunkline.simulator.genesys.stream;

import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.login.Token;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which topics there are, and who may hear which (sheet 5.1, 5.2). Names are compared ignoring case. */
public final class Topics {
    public static final List<String> OF_USERS = List.of(
            "conversations.calls", "conversations", "conversations.callbacks", "presence", "routingStatus", "station");
    private static final Pattern FORM = Pattern.compile("v2\\.users\\.([0-9a-f-]{36})\\.(.+)");

    private final Staff staff;
    private final StreamSettings settings;

    Topics(Staff staff, StreamSettings settings) {
        this.staff = staff;
        this.settings = settings;
    }

    static String key(String topic) {
        return topic.toLowerCase(Locale.ROOT);
    }

    /** Refuses what there is not, and what this token may not hear. */
    void check(String topic, Token token) {
        Matcher form = FORM.matcher(key(topic));
        boolean there = form.matches()
                && OF_USERS.stream().map(Topics::key).anyMatch(form.group(2)::equals)
                && staff.find(form.group(1)).isPresent();
        if (!there) {
            throw new ApiErrorException(400, "notification.invalid.topic", "The topic " + topic + " is not valid.");
        }
        boolean ofConversations = form.group(2).startsWith("conversations");
        boolean own =
                token.user().filter(user -> user.id().equals(form.group(1))).isPresent();
        boolean shared = token.user().isEmpty() && settings.sharedTopics();
        if (ofConversations && !own && !shared) {
            throw new ApiErrorException(
                    403, "notification.unauthorized.topic", "Not authorized to subscribe to " + topic + ".");
        }
    }
}
