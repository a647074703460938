package dev.trunkline.simulator.five9.centre;

/** One of the platform's data centres (sheet 1.1). */
public enum Farm {
    ATLANTA("Atlanta Data Center", "149", "ATL"),
    SANTA_CLARA("Santa Clara Data Center", "150", "SCL");

    private final String title;
    private final String id;
    private final String letters;

    Farm(String title, String id, String letters) {
        this.title = title;
        this.id = id;
        this.letters = letters;
    }

    public String title() {
        return title;
    }

    /** What stands in {@code farmId}. */
    public String id() {
        return id;
    }

    /** How its route keys begin. */
    public String letters() {
        return letters;
    }

    public Farm other() {
        return this == ATLANTA ? SANTA_CLARA : ATLANTA;
    }
}
