package dev.trunkline.system.soak;

import dev.trunkline.system.load.AgentClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** What the gateway's log says of an agent afterwards, page by page, against what he heard. */
final class StoredLog {
    private static final int OK = 200;
    private static final String ENTRY = "{\"seq\":";

    private StoredLog() {}

    /** An entry of a page. */
    record Entry(long seq, String eventId, String lifeCycle) {
        static Entry of(Heard heard) {
            return new Entry(heard.seq(), heard.eventId().toString(), heard.lifeCycle());
        }
    }

    /** Each sentence is one difference. */
    static List<String> differences(AgentClient client, AgentBook book) {
        return differences(
                book.agent(), read(client), book.all().stream().map(Entry::of).toList());
    }

    static List<String> differences(String agent, List<Entry> stored, List<Entry> heard) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(stored.size(), heard.size()); i++) {
            String one = i < stored.size() ? stored.get(i).toString() : "nothing";
            String other = i < heard.size() ? heard.get(i).toString() : "nothing";
            if (!one.equals(other)) {
                differences.add(agent + ": stored " + one + ", heard " + other);
            }
        }
        return differences;
    }

    private static List<Entry> read(AgentClient client) {
        List<Entry> entries = new ArrayList<>();
        String page = page(client, 0);
        while (page.contains("\"more\":true}")) {
            entries.addAll(entries(page));
            page = page(client, entries.get(entries.size() - 1).seq());
        }
        entries.addAll(entries(page));
        return entries;
    }

    private static String page(AgentClient client, long after) {
        HttpResponse<String> answer =
                client.get("events?profile=extended&limit=500&after=" + after).join();
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("events of " + client.name() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Looked up in the text, as frames are: a page is a megabyte. */
    static List<Entry> entries(String page) {
        List<Entry> entries = new ArrayList<>();
        for (int at = page.indexOf(ENTRY); at >= 0; ) {
            int next = page.indexOf(ENTRY, at + 1);
            String entry = page.substring(at, next < 0 ? page.length() : next);
            long seq = Long.parseLong(entry.substring(ENTRY.length(), entry.indexOf(',')));
            entries.add(new Entry(
                    seq, text(entry, "eventId"), text(entry, "lifeCycle").intern()));
            at = next;
        }
        return entries;
    }

    private static String text(String entry, String name) {
        String opening = "\"" + name + "\":\"";
        int at = entry.indexOf(opening);
        return at < 0 ? "" : entry.substring(at + opening.length(), entry.indexOf('"', at + opening.length()));
    }
}
