package dev.trunkline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.trunkline.event.Json;
import dev.trunkline.port.VendorService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The rules of the house that a compiler does not know (src/build has the others). */
@AnalyzeClasses(packages = "dev.trunkline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String VENDORS = "dev.trunkline.vendor..";
    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("dev.trunkline..");

    @ArchTest
    static final ArchRule vendorsShouldNotKnowEachOther = slices().matching("dev.trunkline.vendor.(*)..")
            .should()
            .notDependOnEachOther()
            .because("a platform must be removable by deleting its folders");

    @ArchTest
    static final ArchRule nobodyShouldNameAVendor = noClasses()
            .that()
            .resideOutsideOfPackage(VENDORS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(VENDORS)
            .because("a further platform is new folders and no edited file");

    @ArchTest
    static final ArchRule nobodyShouldSpellAVendorsName = noClasses()
            .that()
            .resideOutsideOfPackage(VENDORS)
            .should(spellTheNameOfAVendor())
            .because("a name in a text ties as much as an import does; channel names are a table of their own");

    @ArchTest
    static final ArchRule vendorsShouldUseOnlyModelAndPort = classes()
            .that()
            .resideInAPackage(VENDORS)
            .should()
            .onlyDependOnClassesThat(not(OURS)
                    .or(resideInAnyPackage(
                            VENDORS, "dev.trunkline.model..", "dev.trunkline.port..", "dev.trunkline.config.."))
                    .or(DescribedPredicate.describe("are Json", type -> type.isEquivalentTo(Json.class))))
            .because("whoever writes an adapter reads two packages, not the whole product");

    @ArchTest
    static final ArchRule vendorsShouldOpenNoTransaction = noClasses()
            .that()
            .resideInAPackage(VENDORS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.transaction..")
            .because("no transaction is open while a platform is called");

    @ArchTest
    static final ArchRule vendorServicesShouldSuspendTransactions = classes()
            .that()
            .implement(VendorService.class)
            .should(suspendTransactions())
            .because("a platform that answers slowly must not hold a transaction, nor roll a stored command back");

    @ArchTest
    static final ArchRule everyVendorShouldHaveEveryRoom = classes()
            .that()
            .implement(VendorService.class)
            .should(haveEveryRoom())
            .because("whoever knows one adapter knows them all");

    @ArchTest
    static final ArchRule vendorsShouldNotBuildAgainWhatIsCommon = noClasses()
            .that()
            .resideInAPackage(VENDORS)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.http.WebSocket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.http.WebSocket$Listener")
            .orShould()
            .callMethod(Object.class, "wait", long.class)
            .because("a socket's life, and waiting for what it tells, have their place in the port (ADR 0013)");

    @ArchTest
    static final ArchRule modelShouldBePlain = classes()
            .that()
            .resideInAPackage("dev.trunkline.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.trunkline.model..", "java..", "jakarta.json.bind.annotation..", "jakarta.validation..")
            .because("every client and every vendor shares it");

    @ArchTest
    static final ArchRule threadsShouldKnowNobody = classes()
            .that()
            .resideInAPackage("dev.trunkline.threads..")
            .should()
            .onlyDependOnClassesThat(not(OURS).or(resideInAnyPackage("dev.trunkline.threads..")))
            .because("all others run on them");

    @ArchTest
    static final ArchRule portShouldKnowOnlyTheModelAndTheThreads = classes()
            .that()
            .resideInAPackage("dev.trunkline.port..")
            .should()
            .onlyDependOnClassesThat(not(OURS)
                    .or(resideInAnyPackage("dev.trunkline.port..", "dev.trunkline.model..", "dev.trunkline.threads..")))
            .because("a vendor must not depend on how a request came in or how an event goes out");

    @ArchTest
    static final ArchRule decisionsShouldNotKnowTheWaysInAndOut = noClasses()
            .that()
            .resideOutsideOfPackages("dev.trunkline.api..", "dev.trunkline.push..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.trunkline.api..", "dev.trunkline.push..")
            .because("REST and WebSocket are two of several transports");

    @ArchTest
    static final ArchRule apiShouldNotKnowPush = noClasses()
            .that()
            .resideInAPackage("dev.trunkline.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.trunkline.push..")
            .because("push uses the sign-in and the answers of api, and there is no way back");

    /** In whatever a class file holds: names of classes and members, and texts. */
    private static ArchCondition<JavaClass> spellTheNameOfAVendor() {
        Set<String> vendors = new TreeSet<>();
        return new ArchCondition<>("spell the name of a vendor") {
            @Override
            public void init(Collection<JavaClass> all) {
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.trunkline.vendor")
                        .forEach(type -> vendors.add(type.getPackageName().split("\\.")[3]));
                if (vendors.size() < 2) {
                    throw new IllegalStateException("which vendors are there? " + vendors);
                }
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String content = content(type);
                vendors.forEach(vendor -> events.add(new SimpleConditionEvent(
                        type, content.contains(vendor), type.getName() + " spells " + vendor)));
            }
        };
    }

    private static String content(JavaClass type) {
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ArchCondition<JavaClass> suspendTransactions() {
        return new ArchCondition<>("be NOT_SUPPORTED") {
            @Override
            public void check(JavaClass service, ConditionEvents events) {
                boolean suspends = service.tryGetAnnotationOfType(TransactionAttribute.class)
                        .map(TransactionAttribute::value)
                        .filter(TransactionAttributeType.NOT_SUPPORTED::equals)
                        .isPresent();
                events.add(new SimpleConditionEvent(service, suspends, service.getName() + " is not NOT_SUPPORTED"));
            }
        };
    }

    /** The first six are what the port needs, the others what every platform has turned out to need (ADR 0013). */
    private static ArchCondition<JavaClass> haveEveryRoom() {
        List<String> rooms = List.of(
                "Client",
                "EventStream",
                "EventMapper",
                "Envelope",
                "ErrorMapper",
                "Settings",
                "Call",
                "Actions",
                "Hearing",
                "Dialling",
                "WrapUp",
                "Seat",
                "Seats");
        return new ArchCondition<>("have the rooms " + rooms + " and wire") {
            @Override
            public void check(JavaClass service, ConditionEvents events) {
                String platform = service.getSimpleName().replaceFirst("Service$", "");
                for (String room : rooms) {
                    boolean there = service.getPackage().containsClassWithSimpleName(platform + room);
                    events.add(new SimpleConditionEvent(service, there, platform + room + " is missing"));
                }
                boolean wire = service.getPackage().getSubpackages().stream()
                        .anyMatch(part -> part.getRelativeName().equals("wire"));
                events.add(new SimpleConditionEvent(service, wire, service.getPackageName() + ".wire is missing"));
            }
        };
    }
}
