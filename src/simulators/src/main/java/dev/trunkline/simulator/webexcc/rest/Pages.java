package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.webexcc.centre.ApiErrorException;
import dev.trunkline.simulator.webexcc.centre.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of the configuration in pages, with the one filter that clients use (sheet 9.2). Pure. */
final class Pages {
    private static final int USUAL = 100;
    private static final Pattern AMONG = Pattern.compile("id=in=\\((.*)\\)");

    private Pages() {}

    static Answer of(Asked asked, List<Map<String, Object>> all) {
        List<Map<String, Object>> found = filtered(all, asked.query("filter"));
        int size = whole(asked, "pageSize", USUAL);
        int page = whole(asked, "page", 0);
        if (size < 1) {
            throw ApiErrorException.invalid("pageSize", "pageSize must be 1 or more.");
        }
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("orgid", Ids.ORGANISATION);
        meta.put("page", page);
        meta.put("pageSize", size);
        meta.put("totalPages", Math.max(1, (found.size() + size - 1) / size));
        meta.put("totalRecords", found.size());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("meta", meta);
        body.put("data", found.stream().skip((long) page * size).limit(size).toList());
        return Answers.ok(body);
    }

    private static List<Map<String, Object>> filtered(List<Map<String, Object>> all, String filter) {
        Matcher among = AMONG.matcher(filter);
        if (!among.matches()) {
            return all;
        }
        List<String> ids = List.of(among.group(1).replaceAll("[\"' ]", "").split(","));
        return all.stream()
                .filter(one -> ids.contains(String.valueOf(one.get("id"))))
                .toList();
    }

    private static int whole(Asked asked, String name, int usual) {
        String text = asked.query(name);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,6}")) {
            throw ApiErrorException.invalid(name, name + " must be a whole number.");
        }
        return Integer.parseInt(text);
    }
}
