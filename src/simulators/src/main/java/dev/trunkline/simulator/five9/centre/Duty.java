package dev.trunkline.simulator.five9.centre;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far an agent is with beginning his work (sheet 2.3). On the lane. */
public final class Duty {
    private final boolean noticesAfterStart;
    private final List<Notice> notices = new ArrayList<>();
    private List<String> skills = Catalogue.skills().stream()
            .map(skill -> String.valueOf(skill.get("id")))
            .toList();
    private boolean started;
    private boolean again;
    private boolean skillsDue;

    /** What {@code login_state} answers. */
    public enum State {
        SELECT_STATION,
        ACCEPT_NOTICE,
        SELECT_SKILLS,
        RELOGIN,
        WORKING
    }

    Duty(DeskRules rules) {
        noticesAfterStart = rules.noticesAfterStart();
        for (int i = 1; i <= rules.notices(); i++) {
            post("Planned maintenance " + i);
        }
    }

    public State state() {
        if (again) {
            return State.RELOGIN;
        }
        if (noticesDue() && (started || !noticesAfterStart)) {
            return State.ACCEPT_NOTICE;
        }
        if (!started) {
            return State.SELECT_STATION;
        }
        return skillsDue ? State.SELECT_SKILLS : State.WORKING;
    }

    private boolean noticesDue() {
        return notices.stream().anyMatch(notice -> !notice.accepted);
    }

    boolean started() {
        return started;
    }

    void start(boolean withSkills) {
        started = true;
        skillsDue = withSkills;
    }

    void stop() {
        started = false;
        again = false;
        skillsDue = false;
    }

    /** He has to come back, as after a move of the domain. */
    void beginAgain(boolean yes) {
        again = yes;
    }

    void chooseSkills(boolean due) {
        skillsDue = due;
    }

    void activate(List<String> ids) {
        skills = List.copyOf(ids);
    }

    /** Those that he has chosen. */
    public List<Map<String, Object>> skills() {
        return Catalogue.skills().stream()
                .filter(skill -> skills.contains(String.valueOf(skill.get("id"))))
                .toList();
    }

    Notice post(String annotation) {
        Notice notice = new Notice(Integer.toString(41 + notices.size()), annotation);
        notices.add(notice);
        return notice;
    }

    List<Map<String, Object>> notices() {
        return notices.stream().map(Notice::shown).toList();
    }

    Map<String, Object> accept(String id) {
        Notice notice = notices.stream()
                .filter(one -> one.id.equals(id))
                .findFirst()
                .orElseThrow(() -> VccException.notFound("Maintenance notice " + id));
        notice.accepted = true;
        return notice.shown();
    }

    void acceptAll() {
        notices.forEach(notice -> notice.accepted = true);
    }

    /** Something that every agent has to have read before he may work. */
    static final class Notice {
        private final String id;
        private final String annotation;
        private boolean accepted;

        Notice(String id, String annotation) {
            this.id = id;
            this.annotation = annotation;
        }

        Map<String, Object> shown() {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("id", id);
            shown.put("annotation", annotation);
            shown.put("text", "<p><b>" + annotation + "</b>: calls may be interrupted.</p>");
            shown.put("accepted", accepted);
            return shown;
        }
    }
}
