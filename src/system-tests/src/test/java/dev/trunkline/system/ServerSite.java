package dev.trunkline.system;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Simulated platforms and a domain of Payara Server for one test class at a time; made before Arquillian looks for its server. */
final class ServerSite implements BeforeAllCallback {
    /** Held by whoever uses it. */
    static final String RESOURCE = "dev.trunkline.system.ServerSite";

    private static final Path HOME = Site.root().resolve("src/system-tests/target/payara/payara6");
    private static Site site;
    private static ServerDomain domain;

    /** The EAR that we ship. */
    static Path ear() {
        return Site.root().resolve("ear/target/trunkline.ear");
    }

    static ServerDomain create(String name) {
        site = Site.simulatorsOnly(name);
        Map<String, String> settings = new TreeMap<>(site.installation().settings());
        settings.put("trunkline.identity", "embedded");
        try {
            domain = ServerDomain.create(HOME, name, settings);
        } catch (RuntimeException failed) {
            site.close();
            throw failed;
        }
        return domain;
    }

    static Site site() {
        return site;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        create("arquillian");
        System.setProperty("trunkline.it.payaraHome", HOME.toString());
        System.setProperty("trunkline.it.domain", domain.name());
        System.setProperty("trunkline.it.adminPort", String.valueOf(domain.adminPort()));
        context.getStore(ExtensionContext.Namespace.GLOBAL).put("simulators", (AutoCloseable) site::close);
    }

    /** Applications are loaded after the server says that it has started. */
    static boolean answers(String address) {
        return Installation.answers(address);
    }

    static String gatewayUrl() {
        return domain.gatewayUrl();
    }

    static Person person(String name) {
        return Person.named(name, domain.gatewayUrl());
    }
}
