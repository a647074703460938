package dev.trunkline.simulator.five9.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the domain's administrators have set up: campaigns, dispositions, call variables, codes (sheet 3.1, 3.4, 4). */
public final class Catalogue {
    static final String SKILL = "300000000000101";
    static final String ANI_VARIABLE = "219";
    static final String NUMBER_VARIABLE = "220";
    static final String CALL_ID_VARIABLE = "221";
    static final String CHANGE_VARIABLE = "643";
    private static final int CUSTOM = 10;
    private static final int FIRST_CUSTOM = 700;

    private static final List<Disposition> DISPOSITIONS = List.of(
            new Disposition("300000000000046", "Sale", "FinalDisp", false, false),
            new Disposition("300000000000047", "No Sale", "FinalApplyToCampaigns", false, false),
            new Disposition("300000000000048", "Call back later", "RedialNumber", false, true),
            new Disposition("300000000000049", "Try Again", "RedialNumber", false, false),
            new Disposition("300000000000050", "Do Not Call", "DoNotDial", true, true),
            new Disposition("300000000000051", "Skipped", "RedialNumber", false, true));
    private static final List<Disposition> NO_CAMPAIGN = List.of(
            new Disposition("300000000000060", "Done", "FinalDisp", false, false),
            new Disposition("300000000000061", "Follow Up", "FinalDisp", false, false));
    private static final List<Disposition> SYSTEM = List.of(
            Disposition.TRANSFERRED,
            Disposition.TIMED_OUT,
            Disposition.MOVED,
            Disposition.BUSY,
            Disposition.NO_ANSWER,
            Disposition.DIAL_ERROR);

    private final List<Campaign> campaigns = List.of(
            new Campaign("300000000000483", "Outbound Sales", "OUTBOUND", "6085550100", true),
            new Campaign("300000000000484", "Renewals", "OUTBOUND", "6085550120", true),
            new Campaign("300000000000485", "Support", "INBOUND", "6085550130", true),
            new Campaign("300000000000486", "Winter", "OUTBOUND", "6085550140", false));
    private final List<Variable> variables = Stream.concat(
                    Stream.of(
                            new Variable(ANI_VARIABLE, "Call", "ANI", "PHONE", true),
                            new Variable(NUMBER_VARIABLE, "Call", "DNIS", "PHONE", true),
                            new Variable(CALL_ID_VARIABLE, "Call", "call_id", "NUMBER", true),
                            new Variable("641", "Customer", "account", "STRING", false),
                            new Variable("642", "Customer", "note", "STRING", false),
                            new Variable(CHANGE_VARIABLE, "Burst", "change", "STRING", false)),
                    IntStream.rangeClosed(1, CUSTOM)
                            .mapToObj(i -> new Variable(
                                    Integer.toString(FIRST_CUSTOM + i), "Custom", "callVariable" + i, "STRING", false)))
            .toList();

    /** Somewhere in the domain a value is kept for each call. @param system only the platform writes it */
    record Variable(String id, String group, String name, String type, boolean system) {
        private Map<String, Object> shown() {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("id", id);
            shown.put("group", group);
            shown.put("name", name);
            shown.put("type", type);
            shown.put("system", system);
            shown.put("restrictions", List.of());
            return shown;
        }
    }

    public List<Campaign> campaigns() {
        return campaigns;
    }

    public Optional<Campaign> campaign(String id) {
        return campaigns.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Those of a campaign. */
    public static List<Disposition> dispositions() {
        return DISPOSITIONS;
    }

    public static List<Disposition> withoutCampaign() {
        return NO_CAMPAIGN;
    }

    /** Among those that may be chosen there; the platform's own can be chosen everywhere. */
    static Optional<Disposition> disposition(String id, boolean inCampaign) {
        return Stream.concat((inCampaign ? DISPOSITIONS : NO_CAMPAIGN).stream(), SYSTEM.stream())
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    public List<Map<String, Object>> variables() {
        return variables.stream().map(Variable::shown).toList();
    }

    Optional<Variable> variable(String id) {
        return variables.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public static List<Map<String, Object>> notReadyReasons() {
        return List.of(
                code("201", "Break", true),
                code("202", "Lunch", true),
                code("203", "Training", true),
                code("204", "System", false));
    }

    public static List<Map<String, Object>> logoutReasons() {
        return List.of(code("211", "End of shift", true), code("212", "Other", true));
    }

    private static Map<String, Object> code(String id, String name, boolean selectable) {
        Map<String, Object> code = new LinkedHashMap<>();
        code.put("id", id);
        code.put("name", name);
        code.put("selectable", selectable);
        return code;
    }

    static boolean mayChoose(String notReadyReason) {
        return notReadyReasons().stream()
                .anyMatch(one -> one.get("id").equals(notReadyReason)
                        && one.get("selectable").equals(true));
    }

    public static List<Map<String, Object>> skills() {
        return List.of(Map.of("id", SKILL, "name", "Collections"), Map.of("id", "300000000000102", "name", "Support"));
    }

    static boolean isSkill(String id) {
        return skills().stream().anyMatch(skill -> skill.get("id").equals(id));
    }

    public static List<Map<String, Object>> speedDials() {
        return List.of(
                Map.of("id", "300000000000301", "description", "Front desk", "number", "6085559001"),
                Map.of("id", "300000000000302", "description", "Supervisor", "number", "6085559002"));
    }

    static Optional<String> speedDial(String id) {
        return speedDials().stream()
                .filter(one -> one.get("id").equals(id))
                .map(one -> String.valueOf(one.get("number")))
                .findFirst();
    }

    public static List<Map<String, Object>> prompts() {
        return List.of(Map.of("id", "300000000000401", "name", "Please hold"));
    }

    void restore() {
        campaigns.forEach(Campaign::restore);
    }
}
