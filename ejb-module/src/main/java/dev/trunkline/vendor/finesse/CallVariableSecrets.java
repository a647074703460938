package dev.trunkline.vendor.finesse;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Call variables whose name is on the list of contract 3.6 end here: nothing behind the reader ever sees them. */
final class CallVariableSecrets {
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

    /** An ECC variable {@code user.password} counts too, though the contract names only whole names. */
    static boolean secret(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\[.*$", "");
        return NAMES.contains(plain) || plain.startsWith("user.") && NAMES.contains(plain.substring("user.".length()));
    }

    static void removeFrom(Element mediaProperties) {
        List<Element> found = variables(mediaProperties)
                .filter(variable -> secret(XmlTree.text(variable, "name")))
                .toList();
        found.forEach(variable -> variable.getParentNode().removeChild(variable));
    }

    static Stream<Element> variables(Element mediaProperties) {
        return XmlTree.children(mediaProperties, "callvariables")
                .flatMap(list -> XmlTree.children(list, "CallVariable"));
    }

    private CallVariableSecrets() {}
}
