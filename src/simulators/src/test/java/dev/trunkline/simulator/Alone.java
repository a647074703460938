package dev.trunkline.simulator;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** Simulators of one platform: whoever starts hundreds of them does not wait for the others. */
public final class Alone {
    private static final String PROVIDERS = "META-INF/services/" + PlatformProvider.class.getName();

    private Alone() {}

    /** @param owner a class of the platform's tests; beside it in the resources, {@code alone} names the platform's provider */
    public static Simulators start(Options options, Class<?> owner) {
        return Simulators.start(options, new OneProvider(owner));
    }

    private static final class OneProvider extends ClassLoader {
        private final URL list;

        OneProvider(Class<?> owner) {
            super(owner.getClassLoader());
            list = owner.getResource("alone");
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(PROVIDERS) ? Collections.enumeration(List.of(list)) : super.getResources(name);
        }
    }
}
