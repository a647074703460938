package dev.trunkline.benchmark.comparator;

/** How frames come to a comparator: for each the number of its session, its length and its bytes, over one TCP connection. */
final class FeedFormat {
    static final int LONGEST = 1 << 20;

    private FeedFormat() {}
}
