package dev.trunkline.simulator.finesse.centre;

/** Tells agents what happened to them and to their calls, in the words of sheet 5.3 and 5.4. */
public final class Publisher {
    private static final String USER = "/finesse/api/User/";

    private final Notifier notifier;
    private final Rules rules;

    Publisher(Notifier notifier, Rules rules) {
        this.notifier = notifier;
        this.rules = rules;
    }

    /** User notifications say {@code put} in lower case. */
    void user(Agent agent, String requestId) {
        String node = USER + agent.id();
        String data = Documents.user("user", agent, rules);
        notifier.deliver(agent.id(), node, Documents.update(data, "put", requestId, node), false);
    }

    void added(Dialog dialog, String requestId) {
        String echo = rules.echoRequestIdOnPost() ? requestId : "";
        toDialogs(dialog, "<dialogs>" + Documents.dialog("Dialog", dialog) + "</dialogs>", "POST", echo);
    }

    /** To every agent of the call; the one who asked for it gets his mark back. */
    void changed(Dialog actor, String requestId) {
        actor.call().dialogs().forEach(dialog -> changedFor(dialog, dialog == actor ? requestId : ""));
    }

    /** To every agent of the call: nobody here asked for it. */
    void changed(Call call) {
        call.dialogs().forEach(dialog -> changedFor(dialog, ""));
    }

    void changedFor(Dialog dialog, String requestId) {
        String update = Documents.update(Documents.dialog("dialog", dialog), "PUT", requestId, dialog.uri());
        notifier.deliver(
                dialog.agent().id(),
                dialogsOf(dialog.agent()),
                update,
                dialog.call().disorderly());
    }

    void removed(Dialog dialog) {
        toDialogs(dialog, "<dialogs>" + Documents.dialog("Dialog", dialog) + "</dialogs>", "DELETE", "");
    }

    private void toDialogs(Dialog dialog, String data, String event, String requestId) {
        String node = dialogsOf(dialog.agent());
        String update = Documents.update(data, event, requestId, node);
        notifier.deliver(dialog.agent().id(), node, update, dialog.call().disorderly());
    }

    /** A command about a dialog failed after its 202. */
    void callError(Dialog dialog, CtiError error, String requestId) {
        callError(dialog.agent(), dialog.uri(), error, requestId);
    }

    /** No dialog exists: the source is the agent's collection (sheet 5.4, unconfirmed). */
    void dialError(Agent agent, CtiError error, String requestId) {
        callError(agent, dialogsOf(agent), error, requestId);
    }

    private void callError(Agent agent, String source, CtiError error, String requestId) {
        String update = Documents.update(Documents.error(error), "PUT", echo(requestId), source);
        notifier.deliver(agent.id(), dialogsOf(agent), update, false);
    }

    void userError(Agent agent, CtiError error, String requestId) {
        String node = USER + agent.id();
        String update = Documents.update(Documents.error(error), "PUT", echo(requestId), node);
        notifier.deliver(agent.id(), node, update, false);
    }

    private String echo(String requestId) {
        return rules.echoRequestIdOnError() ? requestId : "";
    }

    private static String dialogsOf(Agent agent) {
        return USER + agent.id() + "/Dialogs";
    }
}
