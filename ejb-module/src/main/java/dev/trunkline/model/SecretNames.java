package dev.trunkline.model;

import java.util.Locale;
import java.util.Set;

/** Names under which nothing is ever sent on (contract 3.6). */
public final class SecretNames {
    private static final Set<String> NAMES = Set.of(
            "password",
            "passwd",
            "pwd",
            "secret",
            "clientsecret",
            "client_secret",
            "token",
            "accesstoken",
            "access_token",
            "refreshtoken",
            "refresh_token",
            "authorization",
            "cookie",
            "apikey",
            "api_key",
            "credential",
            "credentials");

    public static boolean contain(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private SecretNames() {}
}
