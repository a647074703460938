package dev.trunkline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.trunkline.model.Code;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be known of openapi.yaml without running the product; src/system-tests asks the running one. */
class OpenApiTest {
    private static final Document API = Document.read("openapi.yaml");

    @Test
    void everyOperationOfTheProductShouldBeDocumentedAndNoOther() {
        Set<String> documented = new TreeSet<>();
        API.at("paths").names().stream()
                .filter(path -> path.startsWith("/api/"))
                .forEach(path -> API.at("paths", path)
                        .names()
                        .forEach(method -> documented.add(method.toUpperCase() + " " + path)));
        assertThat(documented).isEqualTo(offered());
    }

    /** As JAX-RS would find them: in whatever package, so that a resource in a new one is not forgotten. */
    private static Set<String> offered() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.trunkline").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(OpenApiTest::operations)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> operations(JavaClass resource) {
        return resource.getAllMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .flatMap(method -> methods(method).map(word -> word + " " + path(resource, method)));
    }

    private static Stream<String> methods(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation
                        .getRawType()
                        .getAnnotationOfType(HttpMethod.class)
                        .value());
    }

    private static String path(JavaClass resource, JavaMethod method) {
        String base = Api.class.getAnnotation(ApplicationPath.class).value();
        String own = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return Stream.of(base, resource.getAnnotationOfType(Path.class).value(), own)
                .flatMap(part -> Arrays.stream(part.split("/")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINK_RESTORED")
    void everyCodeShouldBeNamedWhereItsStatusIsDescribed(Code code) {
        String messages = "/api/v1/messages";
        String status = String.valueOf(code.status());
        Set<String> statuses = API.at("paths", messages, "post", "responses").names();
        Document described = code == Code.GONE
                ? API.at("paths", "/api/v1/events", "get", "responses", status)
                : API.at("paths", messages, "post", "responses", statuses.contains(status) ? status : "default");
        String name = described.at("$ref").text().replaceFirst(".*/", "");
        assertThat(API.at("components", "responses", name, "description").text())
                .contains("`" + code.name() + "`");
    }

    @Test
    void limitsShouldBeThoseOfTheCode() {
        Document limit = API.at("components", "parameters", "Limit", "schema");
        assertThat(limit.at("maximum").text()).isEqualTo(String.valueOf(QueryValues.HIGHEST_LIMIT));
        assertThat(limit.at("default").text()).isEqualTo(String.valueOf(QueryValues.DEFAULT_LIMIT));
    }

    @Test
    void frontPageShouldListEverySchema() throws IOException {
        String page = Files.readString(java.nio.file.Path.of("src/main/webapp/docs/index.html"));
        try (Stream<java.nio.file.Path> schemas = Files.list(java.nio.file.Path.of("src/main/docs/schema"))) {
            assertThat(schemas)
                    .allSatisfy(schema -> assertThat(page).contains("\"schema/" + schema.getFileName() + "\""));
        }
    }
}
