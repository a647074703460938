package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.BurstMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call with all its parties. Each party who is a signed-in agent has a {@link Dialog} of it, all with the call's id. Lives on the lane. */
public final class Call {
    private static final int PLAIN_VARIABLES = 10;

    private final String id;
    private final Agent caller;
    private final Route route;
    private final Instant placedAt = Instant.now();
    private final List<Participant> participants = new ArrayList<>();
    private final List<Dialog> dialogs = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final BurstMark burst = new BurstMark();
    private CallState state = CallState.INITIATING;
    private String callType;
    private String secondaryId = "";
    private String classification = "";
    private Agent controller;
    private CampaignLeg leg;
    private boolean reclassifiable;
    private boolean answered;
    private boolean disorderly;
    private boolean alternated;
    private boolean away;

    Call(String id, Agent caller, Route route, String callType) {
        this.id = id;
        this.caller = caller;
        this.route = route;
        this.callType = callType;
        for (int i = 1; i <= PLAIN_VARIABLES; i++) {
            variables.put("callVariable" + i, "");
        }
    }

    public String id() {
        return id;
    }

    public Agent caller() {
        return caller;
    }

    public String fromAddress() {
        return route.from();
    }

    public String toAddress() {
        return route.to();
    }

    Route route() {
        return route;
    }

    /** What it is to a campaign, if it is of one. */
    Optional<CampaignLeg> leg() {
        return Optional.ofNullable(leg);
    }

    /** Of a call that a campaign made, or only offers. */
    CampaignRecord record() {
        return leg().orElseThrow().record();
    }

    void belongsTo(CampaignLeg part, Map<String, String> campaignVariables) {
        leg = part;
        variables.putAll(campaignVariables);
    }

    /** Whether it only offers a record to an agent. */
    boolean reservation() {
        return leg != null && leg.reservation();
    }

    /** What the dialer heard, where it listened. */
    void progress(CallProgress heard) {
        if (leg != null && leg.listened()) {
            variables.put(CallProgress.RESPONSE, heard.word());
            classification = heard.classification();
        }
    }

    public Instant placedAt() {
        return placedAt;
    }

    public CallState state() {
        return state;
    }

    public String callType() {
        return callType;
    }

    public String secondaryId() {
        return secondaryId;
    }

    /** What an agent said of the answer; see RECLASSIFY. */
    public String classification() {
        return classification;
    }

    boolean reclassifiable() {
        return reclassifiable;
    }

    void offerReclassify() {
        reclassifiable = true;
    }

    public String uri() {
        return "/finesse/api/Dialog/" + id;
    }

    /** In the order they came. */
    public List<Participant> participants() {
        return List.copyOf(participants);
    }

    public Map<String, String> variables() {
        return variables;
    }

    /** What bursts of changes made of it. */
    BurstMark burst() {
        return burst;
    }

    /** Of the agents who have this call in their list now. */
    public List<Dialog> dialogs() {
        return List.copyOf(dialogs);
    }

    Optional<Dialog> dialogOf(Participant participant) {
        return dialogs.stream().filter(dialog -> dialog.own() == participant).findFirst();
    }

    Optional<Dialog> dialogOf(Agent agent) {
        return dialogs.stream().filter(dialog -> dialog.agent() == agent).findFirst();
    }

    /** Those who are still on the line, or ringing. */
    List<Participant> live() {
        return participants.stream().filter(Participant::live).toList();
    }

    /** Whether anybody ever answered. */
    public boolean answered() {
        return answered;
    }

    boolean ringing() {
        return participants.stream().anyMatch(party -> party.state() == CallState.ALERTING);
    }

    /** Whether its events come twice and out of order. */
    public boolean disorderly() {
        return disorderly;
    }

    void disturb() {
        disorderly = true;
    }

    /** The agent who made a conference of it; only that one adds parties. */
    Optional<Agent> controller() {
        return Optional.ofNullable(controller);
    }

    /** Whether its agent went back to the original call in between; asked of consult calls. */
    boolean alternated() {
        return alternated;
    }

    void alternate() {
        alternated = true;
    }

    /** Whether its parties talk on where no agent of this contact centre sees them. */
    boolean away() {
        return away;
    }

    void goAway() {
        away = true;
    }

    void become(CallState next) {
        state = next;
        answered |= next == CallState.ACTIVE;
    }

    void join(Participant party) {
        participants.add(party);
    }

    void join(Dialog dialog) {
        participants.add(dialog.own());
        dialogs.add(dialog);
    }

    void remove(Participant party) {
        participants.remove(party);
    }

    void remove(Dialog dialog) {
        dialogs.remove(dialog);
    }

    /** Only agents who have a dialog of it are left. */
    void forgetOthers() {
        participants.removeIf(party -> dialogOf(party).isEmpty());
    }

    void dropAll() {
        become(CallState.DROPPED);
        participants.forEach(party -> party.become(CallState.DROPPED));
    }

    /** The echo is all that tells of it (sheet 4.3). */
    void classify(String value) {
        classification = value;
        variables.put(CallProgress.RESPONSE, value);
    }

    void isTransferOf(Call other) {
        isTransferred();
        secondaryId = other.id;
    }

    void isTransferred() {
        callType = CallType.TRANSFER;
        campaignStatus("TRANSFERRED");
    }

    private void campaignStatus(String word) {
        leg().filter(part -> part.record().renamesItsStatus()).ifPresent(part -> variables.put("BAStatus", word));
    }

    void isConferenceWith(Call other, Agent by) {
        callType = CallType.CONFERENCE;
        campaignStatus("CONFERENCED");
        secondaryId = other.id;
        controller = by;
    }
}
