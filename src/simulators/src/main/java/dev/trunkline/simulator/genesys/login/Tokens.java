package dev.trunkline.simulator.genesys.login;

import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.genesys.login.LoginSettings.Refreshing;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tokens that are good now, and the codes on their way. On the lane. */
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
    record Right(User user, String clientId) {}

    /** What the browser brings home. @param challenge empty without PKCE */
    record Code(User user, String clientId, String redirectUri, String challenge) {}

    public Tokens(LoginSettings settings, Staff staff) {
        this.settings = settings;
        this.staff = staff;
    }

    /** The refresh token that each person has from a sign-in before all this; it stays good for another sign-in. */
    public static String standing(User user) {
        return STANDING + user.agent();
    }

    public Token issue(Optional<User> user, String clientId) {
        Set<String> scopes = user.isPresent() ? settings.scopes() : Set.of();
        Token token = new Token(next(), user, clientId, scopes, Instant.now().plus(settings.tokenLife()));
        access.values().removeIf(old -> !old.good());
        access.put(token.text(), token);
        return token;
    }

    public String issueRefresh(User user, String clientId) {
        String text = next();
        refresh.put(text, new Right(user, clientId));
        return text;
    }

    public String issueCode(User user, String clientId, String redirectUri, String challenge) {
        String text = next();
        codes.put(text, new Code(user, clientId, redirectUri, challenge));
        return text;
    }

    private String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A code is good once. */
    Optional<Code> redeem(String code) {
        return Optional.ofNullable(codes.remove(code));
    }

    /** For a client; used up if tokens rotate. */
    Optional<User> refresh(String text, String clientId) {
        if (text.startsWith(STANDING)) {
            return staff.agent(text.substring(STANDING.length()));
        }
        Right right = refresh.get(text);
        if (right == null || !right.clientId().equals(clientId)) {
            return Optional.empty();
        }
        if (settings.refreshTokens() == Refreshing.ROTATE) {
            refresh.remove(text);
        }
        return Optional.of(right.user());
    }

    public Optional<Token> find(String text) {
        return Optional.ofNullable(access.get(text)).filter(Token::good);
    }

    public void revoke(Token token) {
        access.remove(token.text());
        refresh.values()
                .removeIf(right -> token.user().filter(right.user()::equals).isPresent()
                        && right.clientId().equals(token.clientId()));
    }

    /** They are as if their time were over. */
    public void expireAccess(User user) {
        access.values().removeIf(token -> token.user().filter(user::equals).isPresent());
    }

    /** He has to sign in again. */
    public void expireAll(User user) {
        expireAccess(user);
        refresh.values().removeIf(right -> right.user().equals(user));
    }
}
