package dev.trunkline.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A document of ours (OpenAPI, AsyncAPI), part by part. */
public final class Document {
    private static final Path FOLDER = Path.of("src/main/docs");
    private final Object part;

    private Document(Object part) {
        this.part = part;
    }

    /** @param name for example {@code openapi.yaml} */
    public static Document read(String name) {
        try {
            return new Document(
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FOLDER.resolve(name))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What stands below these names. */
    public Document at(String... names) {
        Object found = part;
        for (String name : names) {
            if (!(found instanceof Map<?, ?> members) || !members.containsKey(name)) {
                throw new AssertionError("there is no " + name + " in " + found);
            }
            found = members.get(name);
        }
        return new Document(found);
    }

    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        ((Map<?, ?>) part).keySet().forEach(name -> names.add(name.toString()));
        return names;
    }

    public List<Document> parts() {
        return ((Map<?, ?>) part).values().stream().map(Document::new).toList();
    }

    public String text() {
        return part.toString();
    }
}
