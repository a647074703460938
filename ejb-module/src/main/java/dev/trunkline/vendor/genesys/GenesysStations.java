package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.genesys.wire.Station;

/** The agent's phone: a station that is associated with his user (sheet 2.4). An extension is its name, or its id. */
record GenesysStations(GenesysClient client, AgentSession agent, GenesysSeat seat) {
    /** @param now what he has */
    void take(Station now) {
        String wanted = agent.extension();
        if (wanted.isEmpty() || is(now, wanted)) {
            return;
        }
        client.associate(agent, find(wanted).id());
        seat.stationTaken(true);
    }

    private Station find(String wanted) {
        return client.stations(agent, wanted).stream()
                .filter(station -> is(station, wanted))
                .findFirst()
                .orElseGet(() -> byId(wanted));
    }

    private static Station byId(String wanted) {
        if (!wanted.matches("[0-9a-fA-F-]{36}")) {
            throw new VendorException(Code.DEVICE_UNAVAILABLE, "Genesys Cloud has no station of that name");
        }
        return new Station(wanted, "");
    }

    private static boolean is(Station station, String wanted) {
        return station.name().equalsIgnoreCase(wanted) || station.id().equalsIgnoreCase(wanted);
    }

    void release() {
        if (seat.stationTaken()) {
            client.releaseStation(agent);
            seat.stationTaken(false);
        }
    }
}
