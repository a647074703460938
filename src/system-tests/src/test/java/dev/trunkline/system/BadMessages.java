package dev.trunkline.system;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Bad messages without end, the same ones for the same seed, for an agent who is not signed in on the platform: so the best of them
 * is NOT_LOGGED_IN, and no call can come of any.
 */
final class BadMessages {
    private static final String GOOD = Person.message("MakeCall", "\"3125550142\"");
    private static final int MOST_BYTES = 65_536;
    private static final List<String> PLAIN = List.of("12", "true", "false", "[]", "{}", "1.5", "[\"Finesse\"]");
    private static final List<String> BLANKS =
            List.of("", " ", "\\t", "\\u00a0", "\\u2003", "\\u3000", "\\ufeff", "\\u0085", "\\u2028 ");
    private static final List<String> CALL_VERBS = List.of("Hold", "Retrieve", "Drop", "SetHOLD", "hold_call", "End");
    /** All that a message which is no secret sign-in can be refused for before anything is stored. */
    private static final Set<String> ANY = Set.of(
            "INVALID_JSON",
            "INVALID_REQUEST",
            "UNKNOWN_CHANNEL",
            "UNKNOWN_TOPIC",
            "UNKNOWN_SUBTOPIC",
            "CHANNEL_NOT_CONFIGURED",
            "INVALID_DATA",
            "INVALID_NUMBER",
            "NOT_SUPPORTED",
            "NOT_LOGGED_IN",
            "CALL_NOT_FOUND",
            "FORBIDDEN");

    private final Random random;
    private final List<Supplier<BadMessage>> kinds = List.of(
            this::cutOff,
            this::noText,
            this::forbiddenCharacter,
            this::tooDeep,
            this::beyondTheTolerances,
            this::notAnObject,
            this::envelopeMember,
            this::doubledName,
            this::unknownWord,
            this::optionalMember,
            this::plainData,
            this::badNumber,
            this::dialMember,
            this::variables,
            this::callVerb,
            this::notOffered,
            this::anothersAgent,
            this::tooLong,
            this::longWord,
            this::goodButNotSignedIn,
            this::changedBytes,
            this::shuffledPieces);

    BadMessages(long seed) {
        random = new Random(seed);
    }

    BadMessage next() {
        return one(kinds).get();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private String word() {
        StringBuilder word = new StringBuilder("zq");
        for (int i = between(1, 12); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word + one(List.of("", "é", "字", "😀", "%s", "<b>", "' or 1=1 --", "${jndi:x}", "\\u202e"));
    }

    private static String message(String channel, String topic, String subtopic, String more) {
        return "{\"channel\":" + channel + ",\"topic\":" + topic + ",\"subtopic\":" + subtopic + more + "}";
    }

    private static String dial(String data) {
        return Person.message("MakeCall", data);
    }

    private BadMessage cutOff() {
        return BadMessage.of("cut off", GOOD.substring(0, random.nextInt(GOOD.length())), "INVALID_JSON");
    }

    private BadMessage noText() {
        byte[] body = dial("\"zq????\"").getBytes(StandardCharsets.UTF_8);
        int at = new String(body, StandardCharsets.UTF_8).indexOf("??");
        byte[] no = one(List.of(
                new byte[] {(byte) 0xff},
                new byte[] {(byte) 0xc0, (byte) 0x80},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xe2, (byte) 0x82},
                new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80}));
        System.arraycopy(no, 0, body, at, no.length);
        return new BadMessage("not UTF-8", body, Set.of("INVALID_JSON"), false);
    }

    private BadMessage forbiddenCharacter() {
        String bad = one(
                List.of("\\u0000", "\\ud800", "\\udc00", "\\ud83dx", "\\udc00\\ud83d", "\u0001", "\n", "\\x", "\\u12"));
        String text = one(List.of(
                dial("\"1" + bad + "\""), dial("{\"a" + bad + "\":1}"), message("\"Fin" + bad + "\"", "1", "2", "")));
        return BadMessage.of("a character that no string may have", text, "INVALID_JSON");
    }

    private BadMessage tooDeep() {
        int depth = one(List.of(17, 18, 64, 500, 9_000));
        boolean objects = random.nextBoolean();
        String nested = (objects ? "{\"a\":" : "[").repeat(depth) + "1" + (objects ? "}" : "]").repeat(depth);
        return BadMessage.of("nested " + depth + " deep", dial("{\"x\":" + nested + "}"), "INVALID_JSON");
    }

    private BadMessage beyondTheTolerances() {
        String text = one(List.of(
                GOOD.replace('"', '\''),
                GOOD.replace("{", "{/* here */"),
                GOOD.replace("}", ",,}"),
                GOOD + GOOD,
                GOOD.replace(":", "="),
                dial("0x1F"),
                dial("NaN"),
                dial("Infinity"),
                dial("01"),
                dial("+1"),
                dial("1."),
                dial(".5"),
                dial("nul"),
                dial("undefined"),
                GOOD.replace("\"channel\"", "chan nel"),
                GOOD.replace("\"channel\"", "1channel"),
                "//" + GOOD,
                "<xml>" + word() + "</xml>",
                word()));
        return BadMessage.of("more than lenient reading takes", text, "INVALID_JSON");
    }

    private BadMessage notAnObject() {
        String text =
                one(List.of("[]", "[" + GOOD + "]", "null", "true", "\"" + word() + "\"", "12", "\uFEFF[ ]", "\"\""));
        return BadMessage.of("no object", text, "INVALID_REQUEST");
    }

    private BadMessage envelopeMember() {
        String bad = random.nextBoolean() ? one(PLAIN) : "\"" + one(BLANKS).repeat(between(1, 3)) + "\"";
        List<String> good = List.of("\"Finesse\"", "\"OutboundCall\"", "\"Hold\"");
        int which = random.nextInt(3);
        String text = message(
                which == 0 ? bad : good.get(0), which == 1 ? bad : good.get(1), which == 2 ? bad : good.get(2), "");
        String left = one(List.of("channel", "topic", "subtopic"));
        return random.nextBoolean()
                ? BadMessage.of("a member that is no word", text, "INVALID_REQUEST")
                : BadMessage.of("no " + left, GOOD.replace("\"" + left + "\":", "\"zq\":"), "INVALID_REQUEST");
    }

    private BadMessage doubledName() {
        String name = one(List.of("channel", "topic", "subtopic", "data", "requestId", "agent"));
        String again = one(List.of(name, name + " ", "\\u00a0" + name, name.toUpperCase(Locale.ROOT)));
        String twice = "{\"" + again + "\":\"x\",\"" + name + "\":\"x\"," + GOOD.substring(1);
        String within = one(List.of(
                "{\"to\":\"1\",\"number\":\"1\"}",
                "{\"toAddress\":\"1\",\"to_address \":\"1\"}",
                "{\"a\":1,\"A\":2,\"to\":1}"));
        return random.nextBoolean()
                ? BadMessage.of("a name twice", twice, "INVALID_REQUEST")
                : BadMessage.of("a name twice in data", dial(within), "INVALID_DATA");
    }

    private BadMessage unknownWord() {
        String word = "\"" + word() + "\"";
        return switch (random.nextInt(5)) {
            case 0 -> BadMessage.of("unknown channel", message(word, "\"Agent\"", "\"Hold\"", ""), "UNKNOWN_CHANNEL");
            case 1 -> BadMessage.of("unknown topic", message("\"Cisco\"", word, "\"Hold\"", ""), "UNKNOWN_TOPIC");
            case 2 -> BadMessage.of("unknown verb", message("\"Cisco\"", "\"App\"", word, ""), "UNKNOWN_SUBTOPIC");
            case 3 ->
                BadMessage.of(
                        "the name of an event",
                        message("\"Cisco\"", "\"App\"", "\"OutBoundCallStateChange\"", ""),
                        "UNKNOWN_SUBTOPIC");
            default ->
                BadMessage.of("a verb to be set", message("\"Cisco\"", "\"App\"", "\"Set\"", ""), "UNKNOWN_SUBTOPIC");
        };
    }

    private BadMessage optionalMember() {
        String member = one(List.of(
                "\"requestId\":\"has blanks in it\"",
                "\"requestId\":\"" + "r".repeat(65) + "\"",
                "\"requestId\":" + one(PLAIN),
                "\"requestId\":\"" + word() + "é\"",
                "\"idempotencyKey\":\"short\"",
                "\"idempotencyKey\":\"" + "k".repeat(129) + "\"",
                "\"idempotencyKey\":" + one(PLAIN),
                "\"source\":\"" + "s".repeat(65) + "\"",
                "\"subject\":" + one(PLAIN),
                "\"agent\":\"" + "a".repeat(129) + "\"",
                "\"agent\":\"\"",
                "\"agent\":" + one(PLAIN)));
        return BadMessage.of("a bad optional member", "{" + member + "," + GOOD.substring(1), "INVALID_REQUEST");
    }

    private BadMessage plainData() {
        String data =
                one(List.of("true", "false", "[]", "[1]", "12.5", "1e9", "-5", "1E+2", "1".repeat(19), "null", "{}"));
        return BadMessage.of("data that is no number", dial(data), "INVALID_DATA");
    }

    private BadMessage badNumber() {
        if (random.nextInt(4) == 0) {
            return BadMessage.of("no number at all", dial("\"" + one(BLANKS) + "\""), "INVALID_DATA");
        }
        String number = one(List.of(
                word(),
                "CALL-ME",
                "+",
                "++1312",
                "1+2",
                "()",
                "1".repeat(64),
                "\u0661\u0662\u0663",
                "sip:a@b",
                "tel:+1",
                "1;2",
                "1,2"));
        String data = random.nextBoolean() ? "\"" + number + "\"" : "{\"to\":\"" + number + "\"}";
        return BadMessage.of("not to be dialled", dial(data), "INVALID_NUMBER");
    }

    private BadMessage dialMember() {
        String member = one(List.of(
                "\"toAddress\":" + one(List.of("true", "[]", "{}", "1.5", "-1")),
                "\"timeoutSeconds\":" + one(List.of("4", "181", "\"10\"", "true", "1e1", "99999999999999999999"))
                        + ",\"to\":\"1\"",
                "\"region\":" + one(List.of("\"usa\"", "\"u\"", "12", "{}", "\"U\\u0000\\u0000\"")) + ",\"to\":\"1\"",
                "\"callerId\":" + one(List.of("\"\"", "{}", "[]", "true")) + ",\"to\":\"1\"",
                "\"region\":\"US\""));
        return BadMessage.of("a bad member of data", dial("{" + member + "}"), "INVALID_DATA", "INVALID_JSON");
    }

    private BadMessage variables() {
        StringBuilder many = new StringBuilder("\"a\":\"1\"");
        for (int i = 0; i < 50; i++) {
            many.append(",\"v").append(i).append("\":\"1\"");
        }
        String variables = one(List.of(
                many.toString(),
                "\"" + one(List.of("password", "Token", "API_KEY", " secret ", "clientSecret", "CREDENTIALS"))
                        + "\":\"x\"",
                "\"" + "n".repeat(65) + "\":\"x\"",
                "\"a\":\"" + "v".repeat(1_025) + "\"",
                "\"a\":{\"b\":1}",
                "\"a\":[]",
                "\"a\":null",
                "\"\":\"x\"",
                "\"a\":\"1\",\"a \":\"2\""));
        String given = random.nextInt(8) == 0 ? one(List.of("[]", "1", "\"x\"", "true")) : "{" + variables + "}";
        return BadMessage.of("bad variables", dial("{\"to\":\"1\",\"userData\":" + given + "}"), "INVALID_DATA");
    }

    private BadMessage callVerb() {
        String bad = one(List.of(
                "{\"callId\":{}}",
                "{\"id\":\"a b\"}",
                "{\"id\":\"\"}",
                "{\"id\":\"" + "i".repeat(129) + "\"}",
                "true",
                "[]",
                "1.5"));
        return random.nextBoolean()
                ? BadMessage.of("a bad callId", Person.message(one(CALL_VERBS), bad), "INVALID_DATA")
                : BadMessage.of(
                        "no such call", Person.message(one(CALL_VERBS), "\"" + between(1, 99) + "\""), "NOT_LOGGED_IN");
    }

    private BadMessage notOffered() {
        String text = one(List.of(
                Person.message("Mute", ""),
                Person.message("UNMUTE", ""),
                message("\"Amazon\"", "\"OutboundCall\"", "\"Hold\"", ""),
                message("\"Finesse\"", "\"Team\"", "\"Hold\"", ""),
                message("\"Finesse\"", "\"error\"", "\"Hold\"", ""),
                Person.message("DropNailedCall", ""),
                Person.message("TeamAgent" + between(1, 9), ""),
                Person.message("SetAPIError", "")));
        return BadMessage.of("known, but not offered", text, "NOT_SUPPORTED");
    }

    private BadMessage anothersAgent() {
        return BadMessage.of("another's agent", "{\"agent\":\"alice\"," + GOOD.substring(1), "FORBIDDEN");
    }

    private BadMessage tooLong() {
        int length = MOST_BYTES + between(1, 5_000);
        return BadMessage.of("too long", GOOD + " ".repeat(length - GOOD.length()), "PAYLOAD_TOO_LARGE")
                .restOnly();
    }

    private BadMessage longWord() {
        String huge = "\"" + one(List.of("x", "é", "\\u00a0x", "😀")).repeat(between(5_000, 8_000)) + "\"";
        return switch (random.nextInt(4)) {
            case 0 -> BadMessage.of("a huge channel", message(huge, "\"a\"", "\"b\"", ""), "UNKNOWN_CHANNEL");
            case 1 -> BadMessage.of("a huge topic", message("\"GWS\"", huge, "\"b\"", ""), "UNKNOWN_TOPIC");
            case 2 -> BadMessage.of("a huge verb", message("\"GWS\"", "\"App\"", huge, ""), "UNKNOWN_SUBTOPIC");
            default -> BadMessage.of("a huge number", dial(huge), "INVALID_NUMBER");
        };
    }

    private BadMessage goodButNotSignedIn() {
        String text = one(List.of(
                GOOD,
                "\uFEFF" + GOOD,
                GOOD.replace("\"channel\"", "channel"),
                GOOD.replace("}", ",}"),
                GOOD.replace(":", "\u00a0:\u2003"),
                GOOD.replace("{", "{\"" + word() + "\":{\"password\":\"" + word() + "\"},"),
                dial("3125550142"),
                dial("\" (312) 555-0142 \"")));
        return BadMessage.of("good, but from nobody who is signed in", text, "NOT_LOGGED_IN");
    }

    private BadMessage changedBytes() {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        for (int i = between(1, 4); i > 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(128);
        }
        return new BadMessage("changed bytes", body, ANY, true);
    }

    private BadMessage shuffledPieces() {
        StringBuilder text = new StringBuilder(GOOD);
        for (int i = between(1, 6); i > 0; i--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(20));
            String piece = text.substring(from, to);
            if (random.nextBoolean()) {
                text.delete(from, to);
            }
            text.insert(random.nextInt(text.length() + 1), piece);
        }
        return new BadMessage("shuffled pieces", text.toString().getBytes(StandardCharsets.UTF_8), ANY, true);
    }
}
