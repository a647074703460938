package dev.trunkline.benchmark;

import java.util.ArrayList;
import java.util.List;

/** What agents cost the gateway by being there: with few of them, then with more. */
final class Costs {
    private final Stage stage;
    private final Settings settings;
    private final Report report;
    private final List<Cost> measured = new ArrayList<>();

    Costs(Stage stage, Settings settings, Report report) {
        this.stage = stage;
        this.settings = settings;
        this.report = report;
    }

    void measure(int agents) {
        report.say(agents + " agents come to work");
        stage.work(agents);
        Cost cost = Cost.of(stage, agents, settings.each());
        report.say(cost + "; " + stage.controls().sessions().size() + " event streams at the platform");
        stage.mustBeWhole();
        measured.add(cost);
    }

    /** The most beside the fewest. */
    void tell() {
        if (measured.size() > 1) {
            String platform = stage.platform().channel();
            Cost few = measured.get(0);
            Cost many = measured.get(measured.size() - 1);
            report.add(Cost.both(platform, few, many));
            report.add(Cost.each(platform, few, many));
        }
    }
}
