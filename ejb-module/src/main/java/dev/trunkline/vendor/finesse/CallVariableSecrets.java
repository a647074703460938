package dev.trunkline.vendor.finesse;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What is named as on the list of contract 3.6 ends here, call variable or element: nothing behind the reader ever sees it. */
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

    /** At every depth. */
    static void removeFrom(Element element) {
        for (Element child : XmlTree.children(element).toList()) {
            boolean variable = child.getNodeName().equalsIgnoreCase("CallVariable");
            if (secret(variable ? XmlTree.text(child, "name") : child.getNodeName())) {
                element.removeChild(child);
            } else {
                removeFrom(child);
            }
        }
    }

    static Stream<Element> variables(Element mediaProperties) {
        return XmlTree.children(mediaProperties, "callvariables")
                .flatMap(list -> XmlTree.children(list, "CallVariable"));
    }

    private CallVariableSecrets() {}
}
