package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may come in, by REST and by XMPP alike: five wrong passwords in a row lock an account for a time (sheet 2.1). Safe for threads. */
public final class Accounts {
    private static final int WRONG_PASSWORDS = 5;

    private final Map<String, Account> accounts = new HashMap<>();
    private final Duration lockout;

    Accounts(List<Person> people, Duration lockout) {
        this.lockout = lockout;
        people.forEach(person -> accounts.put(person.userName(), new Account(person)));
    }

    /** Whether this is the password and the account is not locked. */
    public synchronized boolean passwordFits(String user, String password) {
        Account account = accounts.get(user);
        if (account == null || account.locked()) {
            return false;
        }
        boolean fits = account.person.password().equals(password);
        account.tried(fits, lockout);
        return fits;
    }

    public synchronized boolean tokenFits(String user, String token) {
        return Optional.ofNullable(accounts.get(user))
                .filter(account -> account.token().equals(token))
                .isPresent();
    }

    /** Whose access token this is (sheet 2.2). */
    public synchronized Optional<String> userOfToken(String token) {
        return accounts.values().stream()
                .filter(account -> account.token().equals(token))
                .map(account -> account.person.userName())
                .findFirst();
    }

    /** The simulated single sign-on token that is good now. */
    public synchronized String token(String user) {
        return accounts.get(user).token();
    }

    /** A new access token in exchange for the refresh token; the old one is good no more. */
    public synchronized Optional<String> refresh(String refreshToken) {
        return accounts.values().stream()
                .filter(account -> account.refreshToken().equals(refreshToken))
                .map(Account::renew)
                .findFirst();
    }

    public synchronized void unlockAll() {
        accounts.values().forEach(account -> account.tried(true, lockout));
    }

    private static final class Account {
        private final Person person;
        private int wrong;
        private long lockedUntil = System.nanoTime();
        private int generation = 1;

        Account(Person person) {
            this.person = person;
        }

        boolean locked() {
            return wrong >= WRONG_PASSWORDS && System.nanoTime() - lockedUntil < 0;
        }

        void tried(boolean fits, Duration lockout) {
            if (fits) {
                wrong = 0;
                return;
            }
            wrong = wrong >= WRONG_PASSWORDS ? 1 : wrong + 1;
            if (wrong == WRONG_PASSWORDS) {
                lockedUntil = System.nanoTime() + lockout.toNanos();
            }
        }

        String token() {
            return "sso-" + person.userName() + "-" + generation;
        }

        String refreshToken() {
            return "refresh-" + person.userName();
        }

        String renew() {
            generation++;
            return token();
        }
    }
}
