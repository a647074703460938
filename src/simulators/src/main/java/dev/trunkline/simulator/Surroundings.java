package dev.trunkline.simulator;

import java.util.List;

/** What a platform finds when it is made. */
public record Surroundings(Options options, Identity identity, List<Person> people) {}
