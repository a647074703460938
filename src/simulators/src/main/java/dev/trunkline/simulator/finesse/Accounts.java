package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who may come in, by REST and by XMPP alike: five wrong passwords in a row lock an account for a time (sheet 2.1). Safe for threads. */
public final class Accounts {
    private static final int WRONG_PASSWORDS = 5;

    private final Map<String, Account> accounts = new HashMap<>();
    private final Duration lockout;

    Accounts(List<Person> people, Duration lockout) {
        this.lockout = lockout;
        people.forEach(person -> accounts.put(person.userName(), new Account(person)));
    }

    /** Of whom there are accounts. */
    synchronized List<String> agents() {
        return List.copyOf(accounts.keySet());
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

    public synchronized void unlockAll() {
        accounts.values().forEach(account -> account.tried(true, lockout));
    }

    private static final class Account {
        private final Person person;
        private int wrong;
        private long lockedUntil = System.nanoTime();

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
    }
}
