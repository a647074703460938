package dev.trunkline.port.http;

import dev.trunkline.port.RateBudget;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The budgets of one platform's accounts, each made when it is asked for first; one that rests is forgotten when there are many. */
public final class Quotas {
    private static final int MANY = 10_000;

    private final Quota.Terms terms;
    private final Map<String, Quota> accounts = new ConcurrentHashMap<>();

    public Quotas(Quota.Terms terms) {
        this.terms = terms;
    }

    public RateBudget of(String account) {
        if (accounts.size() > MANY) {
            accounts.values().removeIf(Quota::idle);
        }
        return accounts.computeIfAbsent(account, first -> new Quota(terms));
    }
}
