package dev.trunkline.simulator.webexcc.login;

import dev.trunkline.simulator.webexcc.centre.Agent;
import dev.trunkline.simulator.webexcc.centre.Ids;
import dev.trunkline.simulator.webexcc.centre.Staff;
import dev.trunkline.simulator.webexcc.login.LoginSettings.Refreshing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens that are good now, and the codes on their way (sheet 2.1). On the lane. */
public final class Tokens {
    private static final String STANDING = "refresh-";
    private static final int BYTES = 32;

    private final LoginSettings settings;
    private final Staff staff;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> access = new HashMap<>();
    private final Map<String, Right> refresh = new HashMap<>();
    private final Map<String, Code> codes = new HashMap<>();

    /** What a refresh token stands for. */
    record Right(Agent agent, String clientId, Instant expires) {}

    /** What the browser brings home. */
    record Code(Agent agent, String clientId, String redirectUri) {}

    public Tokens(LoginSettings settings, Staff staff) {
        this.settings = settings;
        this.staff = staff;
    }

    /** The refresh token that each person has from a sign-in before all this; it is good at any time. */
    public static String standing(Agent agent) {
        return STANDING + agent.name();
    }

    public Token issue(Agent agent, String clientId) {
        Instant expires = Instant.now().plus(settings.tokenLife());
        String text = settings.jwtTokens() ? jwt(agent, expires) : next() + "_SIM1_" + Ids.ORGANISATION;
        Token token = new Token(text, agent, clientId, expires);
        access.values().removeIf(old -> !old.good());
        access.put(token.text(), token);
        return token;
    }

    /** Nobody looks at its signature. */
    private String jwt(Agent agent, Instant expires) {
        return encoded("{\"alg\":\"none\"}")
                + "."
                + encoded("{\"realm\":\"" + Ids.ORGANISATION + "\",\"sub\":\"" + agent.id() + "\",\"exp\":"
                        + expires.getEpochSecond() + ",\"jti\":\"" + Ids.next() + "\"}")
                + "."
                + next().replaceAll("[^A-Za-z0-9]", "");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public String issueRefresh(Agent agent, String clientId) {
        String text = next();
        refresh.put(text, new Right(agent, clientId, Instant.now().plus(settings.refreshLife())));
        return text;
    }

    public String issueCode(Agent agent, String clientId, String redirectUri) {
        String text = next();
        codes.put(text, new Code(agent, clientId, redirectUri));
        return text;
    }

    /** Without the letter that parts the fields of an access token. */
    private String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('_', '-');
    }

    /** A code is good once. */
    Optional<Code> redeem(String code) {
        return Optional.ofNullable(codes.remove(code));
    }

    /** For a client; used up if tokens rotate. */
    Optional<Agent> refresh(String text, String clientId) {
        if (text.startsWith(STANDING)) {
            return staff.find(text.substring(STANDING.length()));
        }
        Right right = refresh.get(text);
        if (right == null
                || !right.clientId().equals(clientId)
                || right.expires().isBefore(Instant.now())) {
            return Optional.empty();
        }
        if (settings.refreshTokens() == Refreshing.ROTATE) {
            refresh.remove(text);
        }
        return Optional.of(right.agent());
    }

    public Optional<Token> find(String text) {
        return Optional.ofNullable(access.get(text)).filter(Token::good);
    }

    /** They are as if their time were over. */
    public void expireAccess(Agent agent) {
        access.values().removeIf(token -> token.agent().equals(agent));
    }

    /** He has to sign in again, or use his standing token. */
    public void expireAll(Agent agent) {
        expireAccess(agent);
        refresh.values().removeIf(right -> right.agent().equals(agent));
    }
}
