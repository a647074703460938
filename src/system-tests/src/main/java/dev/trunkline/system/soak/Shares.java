package dev.trunkline.system.soak;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One figure for each platform, in their order. */
final class Shares<V> {
    private final Map<String, V> byChannel = new LinkedHashMap<>();

    private Shares() {}

    static <V> Shares<V> of(Collection<Centre> centres, Function<Centre, V> figure) {
        Shares<V> shares = new Shares<>();
        centres.forEach(centre -> shares.byChannel.put(centre.platform().channel(), figure.apply(centre)));
        return shares;
    }

    V of(Centre centre) {
        return byChannel.get(centre.platform().channel());
    }

    boolean all(Predicate<V> right) {
        return byChannel.values().stream().allMatch(right);
    }

    @Override
    public String toString() {
        return byChannel.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
