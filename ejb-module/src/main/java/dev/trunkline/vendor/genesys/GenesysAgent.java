package dev.trunkline.vendor.genesys;

import dev.trunkline.vendor.genesys.wire.Definition;
import dev.trunkline.vendor.genesys.wire.Presence;
import dev.trunkline.vendor.genesys.wire.Routing;
import dev.trunkline.vendor.genesys.wire.Station;
import dev.trunkline.vendor.genesys.wire.User;
import java.util.List;

/** An agent as he stands: the platform tells presence, routing status and phone apart, each for itself. @param label of his presence */
record GenesysAgent(User user, Presence presence, Routing routing, Station station, String label) {
    static GenesysAgent of(User user, List<Definition> definitions) {
        return new GenesysAgent(
                user, user.presence(), user.routing(), user.station(), label(user.presence(), definitions));
    }

    GenesysAgent with(Presence now, List<Definition> definitions) {
        return new GenesysAgent(user, now, routing, station, label(now, definitions));
    }

    GenesysAgent with(Routing now) {
        return new GenesysAgent(user, presence, now, station, label);
    }

    /** Of two tellings of one agent, each part as it was changed last: a reading may be older than what was pushed meanwhile. */
    GenesysAgent orNewer(GenesysAgent other) {
        boolean presenceIsOlder =
                presence.modifiedDate().compareTo(other.presence().modifiedDate()) < 0;
        boolean routingIsOlder = routing.startTime().compareTo(other.routing().startTime()) < 0;
        return new GenesysAgent(
                user,
                presenceIsOlder ? other.presence() : presence,
                routingIsOlder ? other.routing() : routing,
                station,
                presenceIsOlder ? other.label() : label);
    }

    GenesysCall.Me me() {
        return new GenesysCall.Me(user.id(), user.name(), user.username());
    }

    private static String label(Presence presence, List<Definition> definitions) {
        return definitions.stream()
                .filter(definition -> definition.id().equals(presence.definitionId()))
                .map(Definition::label)
                .findFirst()
                .orElse("");
    }
}
