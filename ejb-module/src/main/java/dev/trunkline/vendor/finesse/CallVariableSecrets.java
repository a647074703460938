package dev.trunkline.vendor.finesse;

import dev.trunkline.model.SecretNames;
import java.util.Locale;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What is named as on the list of contract 3.6 ends here, call variable or element: nothing behind the reader ever sees it. */
final class CallVariableSecrets {
    /** An ECC variable {@code user.password} counts too, though the contract names only whole names. */
    static boolean secret(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\[.*$", "");
        return SecretNames.contain(plain)
                || plain.startsWith("user.") && SecretNames.contain(plain.substring("user.".length()));
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
