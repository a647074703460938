package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.Catalogue;
import dev.trunkline.simulator.genesys.centre.Desk;
import dev.trunkline.simulator.genesys.centre.Profiles;
import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.centre.Station;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Phones and who sits at them, and the queues (sheet 2.4). */
final class StationRoutes {
    private static final String SCOPE = "stations:readonly";
    private static final String SELF = "telephony:selfStationAssociation:";

    private final Staff staff;
    private final Desk desk;
    private final Permissions permissions;

    StationRoutes(Staff staff, Desk desk, Permissions permissions) {
        this.staff = staff;
        this.desk = desk;
        this.permissions = permissions;
    }

    List<Route> all() {
        return List.of(
                Route.ofUser("GET users/stations/me", "users:readonly", asked -> of(asked.user())),
                Route.of("GET users/{user}/station", "users:readonly", asked -> of(named(asked))),
                Route.ofUser(
                        "PUT users/stations/me/associatedstation/{station}",
                        "users",
                        asked -> associate(asked, asked.user(), 204)),
                Route.of(
                        "PUT users/{user}/station/associatedstation/{station}",
                        "users",
                        asked -> associate(asked, named(asked), 202)),
                Route.ofUser(
                        "DELETE users/stations/me/associatedstation", "users", asked -> release(asked.user(), 204)),
                Route.of("DELETE users/{user}/station/associatedstation", "users", asked -> release(named(asked), 202)),
                Route.of("GET stations", SCOPE, this::list),
                Route.of("GET stations/{station}", SCOPE, this::one),
                Route.ofUser("GET routing/queues/me", "routing:readonly", asked -> queues(Catalogue.JOINED)),
                Route.of("GET routing/queues", "routing:readonly", asked -> queues(Catalogue.QUEUES)),
                Route.of("GET routing/queues/{queue}", "routing:readonly", this::queue),
                Route.of("GET routing/queues/{queue}/wrapupcodes", "routing:readonly", this::codes),
                Route.of("GET routing/wrapupcodes", "routing:readonly", asked -> allCodes()));
    }

    private User named(Asked asked) {
        return staff.find(asked.path("user"))
                .orElseThrow(() -> ApiErrorException.notFound("User " + asked.path("user")));
    }

    private Answer of(User user) {
        permissions.need(SELF + "view");
        return Answers.ok(Profiles.stations(user));
    }

    private Answer associate(Asked asked, User user, int status) {
        permissions.need(SELF + "edit");
        Station station = staff.station(asked.path("station"))
                .orElseThrow(() -> new ApiErrorException(
                        404, "userservice.station.notfound", "Station " + asked.path("station") + " was not found."));
        if (staff.at(station).filter(owner -> owner != user).isPresent()) {
            throw new ApiErrorException(
                    409, "userservice.stationalreadyassociated", "The station is associated with another user.");
        }
        desk.associate(user, station);
        return Answer.empty(status);
    }

    private Answer release(User user, int status) {
        permissions.need(SELF + "edit");
        desk.leaveStation(user);
        return Answer.empty(status);
    }

    private Answer list(Asked asked) {
        Form query = asked.query();
        return Answers.entities(staff.stations().stream()
                .filter(station ->
                        query.all("name").isEmpty() || query.get("name").equals(station.name()))
                .filter(station -> query.all("webRtcUserId").isEmpty()
                        || query.get("webRtcUserId").equals(station.homeUserId()))
                .map(station -> Profiles.station(station, staff.at(station)))
                .toList());
    }

    private Answer one(Asked asked) {
        Station station = staff.station(asked.path("station"))
                .orElseThrow(() -> ApiErrorException.notFound("Station " + asked.path("station")));
        return Answers.ok(Profiles.station(station, staff.at(station)));
    }

    private static Answer queues(List<Catalogue.Entry> queues) {
        return Answers.entities(queues.stream().map(StationRoutes::entry).toList());
    }

    private Answer queue(Asked asked) {
        return Answers.ok(entry(queueOf(asked)));
    }

    private static Catalogue.Entry queueOf(Asked asked) {
        return Catalogue.queue(asked.path("queue"))
                .orElseThrow(() -> ApiErrorException.notFound("Queue " + asked.path("queue")));
    }

    private Answer codes(Asked asked) {
        queueOf(asked);
        return allCodes();
    }

    private static Answer allCodes() {
        return Answers.entities(
                Catalogue.WRAPUP_CODES.stream().map(StationRoutes::entry).toList());
    }

    static Map<String, Object> entry(Catalogue.Entry entry) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", entry.id());
        form.put("name", entry.name());
        return form;
    }
}
