package dev.trunkline.vendor.gws.wire;

import java.util.List;

/**
 * What every request is answered with.
 *
 * @param statusCode 0 is success; -1 if it was not in the answer at all
 * @param failed parts that failed, where some did and some did not
 */
public record Answer(int statusCode, String statusMessage, List<Part> failed, List<Part> succeeded) {
    /** How it went for one of several channels. */
    public record Part(int statusCode, String statusMessage, String channel) {}

    public Answer {
        failed = List.copyOf(failed);
        succeeded = List.copyOf(succeeded);
    }
}
