package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.ChangeBurst;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The contact centre to the rest of Finesse: every method may be called from any thread and is done on the lane. */
public final class Centre {
    private final Lane lane;
    private final Timing timing;
    private final Rules rules;
    private final Directory directory;
    private final Whereabouts whereabouts;
    private final Publisher publisher;
    private final Calls calls = new Calls();
    private final AgentDesk desk;
    private final CallFlow flow;
    private final Partings partings;
    private final CallCommands commands;
    private final UnseenCalls unseen;
    private final CampaignBooks campaignBooks = new CampaignBooks();
    private final Campaigns campaigns;
    private final List<ChangeBurst<Dialog>> bursts = new ArrayList<>();

    public Centre(
            Lane lane, Timing timing, Rules rules, Directory directory, Notifier notifier, Whereabouts whereabouts) {
        this.lane = lane;
        this.whereabouts = whereabouts;
        this.timing = timing;
        this.rules = rules;
        this.directory = directory;
        publisher = new Publisher(notifier, rules);
        desk = new AgentDesk(directory, publisher, rules, timing, lane);
        Room room = new Room(calls, directory, desk, publisher, notifier, rules, timing);
        Steps<Call> steps = new Steps<>(lane);
        partings = new Partings(room, steps);
        flow = new CallFlow(room, partings, steps);
        CustomerCalls customers = new CustomerCalls(room, flow, partings, steps);
        unseen = new UnseenCalls(room, customers, flow, steps);
        Dialer dialer = new Dialer(room, customers, unseen, partings, steps);
        campaigns = new Campaigns(lane, room, dialer, campaignBooks);
        commands = new CallCommands(
                room,
                flow,
                partings,
                new ConsultFlow(room, flow, partings),
                new CampaignCommands(room, dialer, campaignBooks));
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    public boolean knows(String agentId) {
        return directory.find(agentId).isPresent();
    }

    /** Whether this is the phone of an agent who is signed in. */
    public boolean rings(String extension) {
        return lane.ask(() -> directory.at(extension).isPresent());
    }

    public String user(String agentId) {
        return lane.ask(() -> Documents.user("User", agent(agentId), rules));
    }

    /** Reservations have a list of their own, of which the path is not known (sheet 5.6). */
    public String dialogs(String agentId) {
        return lane.ask(() -> Documents.dialogs(agent(agentId).dialogs().stream()
                .filter(dialog -> rules.campaign().listsReservations() || !dialog.reservation())
                .toList()));
    }

    public String dialog(String agentId, String dialogId) {
        return lane.ask(() -> Documents.dialog("Dialog", dialogOf(agentId, dialogId)));
    }

    public void signIn(String agentId, String node, String extension, String requestId) {
        lane.after(timing.begin(), () -> {
            Agent agent = agent(agentId);
            boolean before = agent.signedIn();
            desk.signIn(agent, extension, requestId);
            boolean moved = agent.extension().equals(extension) && whereabouts.cameTo(agentId, node);
            if (moved && before) {
                desk.arrived(agent);
            }
        });
    }

    /** Whoever is signed in at another node must sign in here before he does anything (sheet 5.6). */
    public void refuseElsewhere(String agentId, String node) {
        if (!whereabouts.of(agentId).equals(node)
                && lane.ask(() -> agent(agentId).signedIn())) {
            throw ApiErrorException.unauthorized();
        }
    }

    public void changeState(String agentId, AgentState wanted, int reason, String requestId) {
        lane.ask(() -> {
            Agent agent = agent(agentId);
            desk.check(agent, wanted);
            checkReason(wanted, reason);
            return lane.after(timing.begin(), () -> desk.change(agent, wanted, reason, requestId));
        });
    }

    private void checkReason(AgentState wanted, int reason) {
        boolean required = wanted == AgentState.NOT_READY && rules.notReadyReasonRequired()
                || wanted == AgentState.LOGOUT && rules.logoutReasonRequired();
        if (reason == Agent.NO_REASON && required) {
            throw ApiErrorException.missing("reasonCodeId");
        }
        if (reason != Agent.NO_REASON && !ReasonCode.selectable(reason, wanted.name())) {
            throw ApiErrorException.invalidInput("There is no such reason code", Integer.toString(reason));
        }
    }

    /** Creates the call, or refuses a moment after the 202 (sheet 3.1, 3.4). */
    public void makeCall(String agentId, String from, String to, Map<String, String> variables, String requestId) {
        lane.ask(() -> {
            Agent agent = agent(agentId);
            if (!agent.signedIn()) {
                throw ApiErrorException.unauthorized();
            }
            Optional<CtiError> refusal = refusal(agent, from);
            if (refusal.isPresent()) {
                lane.after(timing.begin(), () -> publisher.dialError(agent, refusal.get(), requestId));
                return false;
            }
            String callType = directory.at(to).isPresent() ? CallType.AGENT_INSIDE : CallType.OUT;
            Dialog dialog = calls.place(agent, to, callType);
            dialog.call().variables().putAll(variables);
            if (rules.reclassifyManual() && callType.equals(CallType.OUT)) {
                dialog.call().offerReclassify();
            }
            flow.begin(dialog, requestId);
            return true;
        });
    }

    /** An error with no effect before it, as if the contact centre had refused. */
    public void foretell(String agentId, Cause cause) {
        flow.foretell(agent(agentId), cause);
    }

    public void failLater(String agentId, int code, String requestId) {
        lane.after(timing.begin(), () -> publisher.dialError(agent(agentId), CtiError.ofCode(code), requestId));
    }

    private Optional<CtiError> refusal(Agent agent, String from) {
        if (!from.equals(agent.extension())) {
            return Optional.of(CtiError.INVALID_CALLING_DEVICE);
        }
        if (!agent.talks().isEmpty()) {
            return Optional.of(CtiError.RESOURCE_BUSY);
        }
        boolean allowed =
                agent.state() == AgentState.NOT_READY || agent.state() == AgentState.READY && rules.dialFromReady();
        return allowed ? Optional.empty() : Optional.of(CtiError.ofCode(rules.forbiddenDialCode()));
    }

    public void command(String agentId, String dialogId, DialogCommand command) {
        lane.ask(() -> {
            Dialog dialog = dialogOf(agentId, dialogId);
            commands.check(agent(agentId), dialog, command);
            return lane.after(timing.begin(), () -> commands.perform(dialog, command));
        });
    }

    /** The agent's event stream has come or gone. */
    public void presence(String agentId, boolean there) {
        lane.run(() -> directory.find(agentId).ifPresent(agent -> desk.presence(agent, there)));
    }

    public List<BookEntry> books() {
        return lane.ask(calls::books);
    }

    public void farEnd(String callId, String action) {
        lane.ask(() -> {
            Call call = calls.find(callId)
                    .orElseThrow(() -> new RefusedException(404, "There is no live call " + callId + "; GET /calls."));
            farEnd(call, action);
            return call;
        });
    }

    private void farEnd(Call call, String action) {
        boolean hangUp = action.equals("hangup");
        if (unseen.farEnd(call, hangUp)) {
            return;
        }
        if (action.equals("answer") && call.ringing()) {
            flow.answer(call);
        } else if (hangUp && call.ringing() && !call.answered()) {
            flow.fail(call.dialogs().get(0), rules.rejectCause());
        } else if (hangUp && call.answered() && call.live().size() > 1) {
            flow.hangUp(call);
        } else {
            throw new RefusedException(409, "The far end cannot " + action + " while the call is " + call.state());
        }
    }

    /** See {@link ChangeBurst}; of one agent's calls, or of all. */
    public void changeBurst(Function<String, Boolean> concerns, long perSecond, Duration lasting) {
        lane.run(() -> {
            ChangeBurst<Dialog> burst = new ChangeBurst<>(
                    () -> calls.all().stream()
                            .flatMap(call -> call.dialogs().stream())
                            .filter(dialog -> concerns.apply(dialog.agent().id()))
                            .toList(),
                    this::change,
                    lane,
                    perSecond,
                    lasting);
            bursts.add(burst);
            burst.start();
        });
    }

    private void change(Dialog dialog) {
        Call call = dialog.call();
        call.variables().put("callVariable1", call.burst().next(Instant.now()));
        publisher.changedFor(dialog, "");
    }

    /** Ends calls, tells so, clears the books; who is signed in stays so. */
    public void reset() {
        lane.ask(() -> {
            bursts.forEach(ChangeBurst::stop);
            bursts.clear();
            calls.all().forEach(partings::drop);
            desk.reset();
            flow.forget();
            calls.clearBooks();
            campaignBooks.clear();
            return true;
        });
    }

    private Agent agent(String agentId) {
        return directory.find(agentId).orElseThrow(() -> ApiErrorException.notFound("User Not Found", agentId));
    }

    private Dialog dialogOf(String agentId, String dialogId) {
        Call call = calls.find(dialogId).orElseThrow(() -> ApiErrorException.notFound("Dialog Not Found", dialogId));
        return call.dialogOf(agent(agentId)).orElseThrow(() -> ApiErrorException.otherUser(agentId));
    }
}
