package dev.trunkline.simulator.five9.rest;

import dev.trunkline.simulator.Settings;

/** Limits of the API, of which nothing is published (sheet 7). @param rate requests of one agent in a second, 0 for any number */
public record ApiSettings(int rate) {
    public static ApiSettings from(Settings settings) {
        return new ApiSettings(settings.number("rate", 0));
    }
}
