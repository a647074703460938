package dev.trunkline.simulator.webexcc.centre;

import java.util.List;
import java.util.Optional;

/** What the organisation's administrators have set up (sheet 2.5, 3.1, 9.2). */
public final class Catalogue {
    public static final String IDLE = "IDLE_CODE";
    public static final String WRAP_UP = "WRAP_UP_CODE";
    /** The code of who is Available. */
    public static final String AVAILABLE = "0";

    public static final Entry TEAM = Entry.of("team", "Team 1");
    public static final Entry SITE = Entry.of("site", "Site 1");
    public static final Entry PROFILE = Entry.of("profile", "Outdial agents");
    public static final Entry MEDIA_PROFILE = Entry.of("multimedia profile", "Blended");
    public static final Entry ENTRY_POINT = Entry.of("entry point", "Outdial Entry Point-1");
    public static final Entry FLOW_ENTRY_POINT = Entry.of("entry point", "Flow Entry Point-1");
    public static final Entry ANI_LIST = Entry.of("ani list", "Outdial ANI");
    public static final List<Entry> QUEUES =
            List.of(Entry.of("queue", "Outdial Queue-1"), Entry.of("queue", "Support"), Entry.of("queue", "Billing"));
    public static final List<Entry> ANIS = List.of(Entry.of("ani", "+12065550100"), Entry.of("ani", "+12065550120"));
    public static final List<Code> CODES = List.of(
            Code.of("wrap-up code", "Sale", WRAP_UP, true, false),
            Code.of("wrap-up code", "Call back later", WRAP_UP, false, false),
            Code.of("wrap-up code", "Wrong number", WRAP_UP, false, false),
            Code.of("idle code", "Meeting", IDLE, true, false),
            Code.of("idle code", "Break", IDLE, false, false),
            Code.of("idle code", "Lunch", IDLE, false, false),
            Code.of("idle code", "Training", IDLE, false, false),
            Code.of("idle code", "RONA", IDLE, false, true));
    /** Names of campaigns, which are their ids (sheet 4.1). */
    public static final String CAMPAIGN = "Spring Sale";

    private Catalogue() {}

    /** Something with a name. */
    public record Entry(String id, String name) {
        static Entry of(String kind, String name) {
            return new Entry(Ids.of(kind, name), name);
        }
    }

    /** An auxiliary code. @param usual the one of its kind that is used where none is chosen @param system not for agents to choose */
    public record Code(String id, String name, String kind, boolean usual, boolean system) {
        static Code of(String idKind, String name, String kind, boolean usual, boolean system) {
            return new Code(Ids.of(idKind, name), name, kind, usual, system);
        }
    }

    static Optional<Code> code(String id, String kind) {
        return CODES.stream()
                .filter(code -> code.kind().equals(kind) && code.id().equals(id))
                .findFirst();
    }

    static Code usual(String kind) {
        return CODES.stream()
                .filter(code -> code.kind().equals(kind) && code.usual())
                .findFirst()
                .orElseThrow();
    }

    static Code ronaCode() {
        return CODES.stream().filter(Code::system).findFirst().orElseThrow();
    }

    static boolean isAni(String number) {
        return ANIS.stream().anyMatch(ani -> ani.name().equals(number));
    }

    static Optional<Entry> queue(String id) {
        return QUEUES.stream().filter(queue -> queue.id().equals(id)).findFirst();
    }

    static boolean isEntryPoint(String id) {
        return ENTRY_POINT.id().equals(id) || FLOW_ENTRY_POINT.id().equals(id);
    }
}
