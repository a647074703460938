package dev.trunkline.simulator.webexcc.centre;

/** How long and how many things may be (sheet 3.1, 4, 7). */
public final class Limits {
    public static final int ID = 36;
    public static final int DESTINATION = 36;
    public static final int DIAL_NUMBER = 43;
    public static final int REASON = 128;
    public static final int CLIENT_TYPE = 20;
    static final int ATTRIBUTES = 30;
    static final int ATTRIBUTE_NAME = 200;
    static final int ATTRIBUTE_VALUE = 1024;
    static final int HEADERS = 20;
    static final int HEADER_BYTES = 1100;
    static final int CONFERENCE = 7;

    private Limits() {}
}
