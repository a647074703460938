package dev.trunkline.system.soak;

import dev.trunkline.system.soak.Fate.Repeat;
import dev.trunkline.system.soak.Fate.When;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws what is to happen; the same seed draws the same. */
final class Fates {
    /** Busy, rejected, invalid, hung up after two seconds: how outcomes differ. */
    private static final List<String> OTHERS = List.of("0101", "0103", "0104", "0105", "0105");

    private static final int OTHER_ONE_IN = 20;
    private static final double SHORTEST_TALK = 5;
    private static final double TALK_SPREAD = 30;

    private final Random random;
    private final Scale scale;

    Fates(long seed, Scale scale) {
        this.random = new Random(seed);
        this.scale = scale;
    }

    /** All dials in their order; each agent dials as often as the others. */
    List<Fate> dials() {
        List<Integer> agents = new ArrayList<>();
        while (agents.size() < scale.dials()) {
            agents.addAll(shuffled(scale.agents()));
        }
        List<Integer> lost = shuffled(scale.dials()).subList(0, scale.lostAnswers());
        List<Integer> repeated = shuffled(scale.dials()).subList(0, scale.repeats());
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < scale.dials(); i++) {
            String ending = lost.contains(i) ? Fate.LOST_ANSWER : ending();
            Optional<Repeat> repeat = repeated.contains(i) ? Optional.of(repeat()) : Optional.empty();
            double talk = SHORTEST_TALK + random.nextDouble() * TALK_SPREAD;
            fates.add(new Fate(i, agents.get(i), ending, repeat, talk, random.nextBoolean()));
        }
        return fates;
    }

    private List<Integer> shuffled(int count) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(all, random);
        return all;
    }

    private String ending() {
        return random.nextInt(OTHER_ONE_IN) == 0
                ? OTHERS.get(random.nextInt(OTHERS.size()))
                : String.valueOf(5_000 + random.nextInt(4_000));
    }

    private Repeat repeat() {
        return new Repeat(When.values()[random.nextInt(When.values().length)], random.nextBoolean());
    }

    /** An agent, as an index. */
    int agent() {
        return random.nextInt(scale.agents());
    }

    /** How long somebody stays away, or how long to wait for a moment that nobody expects. */
    double seconds(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }
}
