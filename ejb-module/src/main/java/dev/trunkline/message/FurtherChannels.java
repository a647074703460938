package dev.trunkline.message;

import java.util.Map;

/** Channel names that are not in our own table, because a vendor brings them: any CDI bean of this type is asked once. */
@FunctionalInterface
public interface FurtherChannels {
    /** Accepted word (lower case, no blanks, {@code -}, {@code _}, full stops) to canonical name. */
    Map<String, String> channels();
}
