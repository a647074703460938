package dev.trunkline.system;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One gateway for all test classes that leave it as they found it; ended after the last of them. It has no Webex Contact Center. */
final class SharedSite implements BeforeAllCallback {
    private static volatile Site site;

    @Override
    public void beforeAll(ExtensionContext context) {
        site = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedSite.class))
                .getOrComputeIfAbsent(SharedSite.class, key -> Site.of("shared", Site.WITHOUT_WEBEX), Site.class);
    }

    static Site site() {
        return site;
    }

    static Person person(String name) {
        return site.person(name);
    }
}
