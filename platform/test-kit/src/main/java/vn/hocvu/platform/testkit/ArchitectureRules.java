package vn.hocvu.platform.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;

/**
 * The package grammar: decide, show, react, and the two edges, with the arrows that are allowed between them. A service
 * applies them in one test:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> architecture() {
 *     return ArchitectureRules.forService("vn.hocvu.planning").tests();
 * }
 * }</pre>
 */
public final class ArchitectureRules {
    private static final Set<String> OTHER_KINDS = Set.of("views", "policies", "messages", "web", "vault");
    private static final List<String> BANNED_SUFFIXES =
            List.of("Event", "Command", "Dto", "Impl", "Manager", "Util", "Utils", "Helper", "Service");
    private static final String[] DECIDE_MAY_USE = {
        "java.lang..",
        "java.util..",
        "java.time..",
        "java.math..",
        "java.text..",
        "java.security..",
        "java.nio.charset..",
        "org.jspecify..",
        "com.fasterxml.jackson.annotation..",
        "org.axonframework.commandhandling..",
        "org.axonframework.eventsourcing..",
        "org.axonframework.modelling.command..",
        "org.axonframework.messaging..",
        "org.axonframework.serialization.."
    };

    private final Map<String, ArchRule> rules;
    private final JavaClasses classes;
    private final JavaClasses tests;

    private ArchitectureRules(JavaClasses classes, JavaClasses tests, Map<String, ArchRule> rules) {
        this.classes = classes;
        this.tests = tests;
        this.rules = rules;
    }

    /**
     * The rules of a service.
     *
     * @param base its root package, for example {@code vn.hocvu.planning}
     */
    public static ArchitectureRules forService(String base) {
        var classes = importedWithoutTests(base);
        return new ArchitectureRules(classes, importedTests(base), new Service(base, classes).rules());
    }

    /** The rules of the platform, as far as it is on the class path. */
    public static ArchitectureRules forPlatform() {
        var base = "vn.hocvu.platform";
        return new ArchitectureRules(importedWithoutTests(base), importedTests(base), platformRules(base));
    }

    /** One test per rule, named after it. */
    public Stream<DynamicTest> tests() {
        var checks = rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> rule.getValue().allowEmptyShould(true).check(classes)));
        return Stream.concat(
                checks,
                Stream.of(DynamicTest.dynamicTest(
                        "no test is skipped by its name", () -> testNames().check(tests))));
    }

    /** All rules at once. */
    public void check() {
        rules.values().forEach(rule -> rule.allowEmptyShould(true).check(classes));
        testNames().check(tests);
    }

    private static JavaClasses importedWithoutTests(String base) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base);
    }

    private static JavaClasses importedTests(String base) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages(base);
    }

    private static ArchRule testNames() {
        var test = new DescribedPredicate<JavaClass>("hold tests") {
            @Override
            public boolean test(JavaClass type) {
                return type.getMethods().stream()
                        .anyMatch(m -> m.getAnnotations().stream()
                                .anyMatch(a -> a.getRawType().getPackageName().startsWith("org.junit.jupiter")
                                        && a.getRawType()
                                                .getSimpleName()
                                                .matches("Test|ParameterizedTest|TestFactory|RepeatedTest")));
            }
        };
        return classes()
                .that(test)
                .should(haveANameThatTheRunnerSees())
                .allowEmptyShould(true)
                .as("test classes are called ...Test, so that the runner sees them");
    }

    private static ArchCondition<JavaClass> haveANameThatTheRunnerSees() {
        return new ArchCondition<>("have a name that the runner sees") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var outer = type;
                while (outer.getEnclosingClass().isPresent()) {
                    outer = outer.getEnclosingClass().get();
                }
                var seen = outer.getSimpleName().endsWith("Test")
                        || outer.getModifiers().contains(JavaModifier.ABSTRACT);
                events.add(new SimpleConditionEvent(type, seen, outer.getName() + " is not called ...Test"));
            }
        };
    }

    private static Map<String, ArchRule> platformRules(String base) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "the platform knows no service",
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "vn.hocvu.planning..",
                                "vn.hocvu.enrollment..",
                                "vn.hocvu.classes..",
                                "vn.hocvu.reporting..")));
        rules.put("no clock and no chance outside of configuration", noClockNoChance());
        rules.put("every package says that nothing is null unless it says so", nullMarked(base));
        return rules;
    }

    private static ArchRule noClockNoChance() {
        return noClasses()
                .that(not(simpleNameEndingWith("Configuration")))
                .should(callMethod(Instant.class, "now"))
                .orShould(callMethod(LocalDate.class, "now"))
                .orShould(callMethod(LocalDate.class, "now", ZoneId.class))
                .orShould(callMethod(LocalDateTime.class, "now"))
                .orShould(callMethod(LocalDateTime.class, "now", ZoneId.class))
                .orShould(callMethod(OffsetDateTime.class, "now"))
                .orShould(callMethod(ZonedDateTime.class, "now"))
                .orShould(callMethod(ZonedDateTime.class, "now", ZoneId.class))
                .orShould(callMethod(Clock.class, "systemUTC"))
                .orShould(callMethod(Clock.class, "systemDefaultZone"))
                .orShould(callMethod(System.class, "currentTimeMillis"))
                .orShould(callMethod(UUID.class, "randomUUID"))
                .as("time and ids come in from outside: no now(), no randomUUID() outside of configuration");
    }

    private static ArchRule nullMarked(String base) {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .should(new ArchCondition<>("reside in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " has no package-info with @NullMarked"));
                    }
                });
    }

    /** The grammar of one service. */
    private static final class Service {
        private final String base;
        private final String[] decide;

        Service(String base, JavaClasses classes) {
            this.base = base;
            var kinds = new TreeSet<String>();
            for (var type : classes) {
                var rest = type.getPackageName().substring(base.length());
                if (!rest.isEmpty()) {
                    kinds.add(rest.substring(1).replaceAll("\\..*", ""));
                }
            }
            kinds.removeAll(OTHER_KINDS);
            this.decide = kinds.stream().map(kind -> base + "." + kind + "..").toArray(String[]::new);
        }

        Map<String, ArchRule> rules() {
            var rules = new LinkedHashMap<String, ArchRule>();
            rules.put("five kinds of package and no other", onlyKnownKinds());
            rules.put("deciding uses the JDK and the framework's annotations only", decideIsPure());
            rules.put("views use own events, consumed records and the view store only", viewsLookInward());
            rules.put("no view reads another's", viewsAreSeparate());
            rules.put("rows keep their maps in an order", rowsKeepTheirOrder());
            rules.put("policies react and order, and show nothing", policiesLookInward());
            rules.put("messages know neither pages nor policies", messagesLookInward());
            rules.put("pages do not know how messages travel", pagesLookInward());
            rules.put("only messages see Kafka", onlyIn("org.apache.kafka..", "messages"));
            rules.put("only views see MongoDB", onlyIn("com.mongodb..", "views"));
            rules.put("only the vault sees JDBC", onlyIn("java.sql..", "vault"));
            rules.put("only the vault sees Spring's JDBC", onlyIn("org.springframework.jdbc..", "vault"));
            rules.put("only deciding sees Axon", onlyDecideSeesAxon());
            rules.put("no clock and no chance outside of configuration", noClockNoChance());
            rules.put("no cycles", slices().matching(base + ".(*)..").should().beFreeOfCycles());
            rules.put("no names that repeat the kind", noBannedSuffixes());
            rules.put("every package says that nothing is null unless it says so", nullMarked(base));
            rules.put("nothing is injected into fields", NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
            rules.put("nothing is printed", NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
            rules.put("logging goes through SLF4J", NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
            return rules;
        }

        private String[] in(String... kinds) {
            return Stream.of(kinds).map(kind -> base + "." + kind + "..").toArray(String[]::new);
        }

        /** A package beside views, policies, messages, web and the vault is named after the aggregate in it. */
        private ArchRule onlyKnownKinds() {
            return classes().that().resideInAnyPackage(decide).should(new ArchCondition<>("stand beside an aggregate") {
                private final TreeSet<String> withAggregate = new TreeSet<>();

                @Override
                public void init(java.util.Collection<JavaClass> all) {
                    all.stream()
                            .filter(type -> type.getFields().stream()
                                    .anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)))
                            .forEach(type -> withAggregate.add(kind(type)));
                }

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(
                            type, withAggregate.contains(kind(type)), type.getPackageName() + " holds no aggregate"));
                }
            });
        }

        private String kind(JavaClass type) {
            return type.getPackageName()
                    .substring(base.length())
                    .replaceAll("^\\.", "")
                    .replaceAll("\\..*", "");
        }

        private ArchRule decideIsPure() {
            var allowed =
                    Stream.concat(Stream.of(DECIDE_MAY_USE), Stream.of(decide)).toArray(String[]::new);
            return classes()
                    .that()
                    .resideInAnyPackage(decide)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(primitive()));
        }

        private ArchRule viewsLookInward() {
            return noClasses()
                    .that()
                    .resideInAnyPackage(in("views"))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(in("web", "policies", "messages.published", "vault"))
                            .or(resideInAnyPackage("org.springframework.web..", "org.apache.kafka..")));
        }

        private ArchRule viewsAreSeparate() {
            return slices().matching(base + ".views.(*)..").should().notDependOnEachOther();
        }

        /** {@code Map.copyOf} orders anew in every process, so that the same facts would give another row after a restart. */
        private ArchRule rowsKeepTheirOrder() {
            return noClasses()
                    .that()
                    .resideInAPackage(base + ".views..")
                    .should(callMethod(Map.class, "copyOf", Map.class))
                    .orShould(callMethod(Set.class, "copyOf", Collection.class))
                    .as("rows keep their maps in an order: no Map.copyOf() or Set.copyOf() in views");
        }

        private ArchRule policiesLookInward() {
            return noClasses()
                    .that()
                    .resideInAnyPackage(in("policies"))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(in("web", "messages.published"))
                            .or(resideInAnyPackage("org.springframework.web..", "java.sql..", "org.apache.kafka..")));
        }

        private ArchRule messagesLookInward() {
            return noClasses()
                    .that()
                    .resideInAnyPackage(in("messages"))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(in("web", "policies")));
        }

        private ArchRule pagesLookInward() {
            return noClasses()
                    .that()
                    .resideInAnyPackage(in("web"))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(in("messages.published", "policies"))
                            .or(resideInAnyPackage("org.apache.kafka..", "com.mongodb..", "java.sql..")));
        }

        private ArchRule onlyIn(String library, String kind) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            Stream.concat(Stream.of(base), Stream.of(in(kind))).toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library);
        }

        private ArchRule onlyDecideSeesAxon() {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            Stream.concat(Stream.of(base), Stream.of(decide)).toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.axonframework..");
        }

        private static ArchRule noBannedSuffixes() {
            var single = new DescribedPredicate<JavaClass>("are single types") {
                @Override
                public boolean test(JavaClass type) {
                    return !type.isInterface()
                            && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                            && !type.isAnonymousClass();
                }
            };
            var main = DescribedPredicate.<JavaClass>describe(
                    "the service itself",
                    type -> type.isAnnotatedWith("org.springframework.boot.autoconfigure.SpringBootApplication"));
            return classes()
                    .that(single.and(not(main)))
                    .should(new ArchCondition<>("not repeat their kind in their name") {
                        @Override
                        public void check(JavaClass type, ConditionEvents events) {
                            BANNED_SUFFIXES.stream()
                                    .filter(suffix -> type.getSimpleName().endsWith(suffix))
                                    .forEach(suffix -> events.add(SimpleConditionEvent.violated(
                                            type, type.getName() + " ends with " + suffix)));
                        }
                    });
        }

        private static DescribedPredicate<JavaClass> primitive() {
            return DescribedPredicate.describe(
                    "primitive or an array of what is allowed",
                    type -> type.isPrimitive()
                            || (type.isArray() && type.getBaseComponentType().isPrimitive()));
        }
    }
}
