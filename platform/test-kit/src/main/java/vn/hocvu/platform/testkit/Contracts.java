package vn.hocvu.platform.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.Message;
import vn.hocvu.platform.eventstream.Publication;

/**
 * The published language, compared with the samples and schemas in {@code docs/events}: the producer's test proves that
 * what it publishes equals the sample, each consumer's test reads the same sample into its own record.
 *
 * <p>With {@code -Dcontracts.write=true} a producer's test writes the samples, and a first schema where there is none.
 */
public final class Contracts {
    private static final JsonMapper JSON = StoredJson.mapper();
    private static final ObjectWriter PRETTY = JSON.writer()
            .with(new DefaultPrettyPrinter()
                    .withSeparators(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private Contracts() {}

    /** The samples of a service seen from the service itself. */
    public static Producer producer(String service, Publication publication) {
        return new Producer(folder(service), publication);
    }

    /** One sample seen from a service that reads it. */
    public static Consumer consumer(String service, String type, int version) {
        var name = type + ".v" + version;
        return new Consumer(
                folder(service).resolve(name + ".json"), folder(service).resolve(name + ".schema.json"));
    }

    /** The text of one sample. */
    public static String sample(String service, String type, int version) {
        return read(folder(service).resolve(type + ".v" + version + ".json"));
    }

    private static Path folder(String service) {
        return docs().resolve("events").resolve(service);
    }

    /** The folder of everything that is written down. */
    static Path docs() {
        for (var path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.isDirectory(path.resolve("docs/events"))) {
                return path.resolve("docs");
            }
        }
        throw new IllegalStateException(
                "docs/events is in no folder above " + Path.of("").toAbsolutePath());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("there is no sample " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(Object value) {
        return PRETTY.writeValueAsString(value) + "\n";
    }

    private static void validate(Path schemaFile, String json) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(schemaFile), InputFormat.JSON);
        var errors = schema.validate(json, InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new AssertionError(schemaFile.getFileName() + " does not allow " + json + ": " + errors);
        }
    }

    /** What a service publishes. */
    public static final class Producer {
        private final Path folder;
        private final Publication publication;
        private final boolean writing = Boolean.getBoolean("contracts.write");

        private Producer(Path folder, Publication publication) {
            this.folder = folder;
            this.publication = publication;
        }

        /**
         * Every sample of the service comes from one of these events, and every one of these events that is published
         * equals its sample and fits its schema.
         */
        public void publishes(Collection<?> storedEvents) {
            var compared = new TreeSet<String>();
            for (var event : storedEvents) {
                publication.of(event).map(this::compare).ifPresent(compared::add);
            }
            var unproven = samples();
            unproven.removeAll(compared);
            if (!unproven.isEmpty()) {
                throw new AssertionError("no event was given for the samples " + unproven);
            }
        }

        /** One event equals its sample. */
        public void publishes(Object storedEvent) {
            var message = publication.of(storedEvent);
            if (message.isEmpty()) {
                throw new AssertionError(storedEvent + " is not published");
            }
            compare(message.get());
        }

        /** The event is nobody else's business. */
        public void keeps(Object storedEvent) {
            publication.of(storedEvent).ifPresent(message -> {
                throw new AssertionError(storedEvent + " is published as " + message);
            });
        }

        private String compare(Message message) {
            var name = message.type() + ".v" + message.version();
            var sample = folder.resolve(name + ".json");
            var schema = folder.resolve(name + ".schema.json");
            var actual = pretty(message.payload());
            if (writing) {
                write(sample, actual);
                if (!Files.exists(schema)) {
                    write(schema, pretty(SchemaSketch.of(name, message.payload().getClass())));
                }
            }
            // Compared as printed by one printer, so that only content and order of fields count.
            var expected = pretty(JSON.readTree(read(sample)));
            if (!expected.equals(actual)) {
                throw new AssertionError("the contract has changed: " + sample + "\nexpected:\n" + expected
                        + "published:\n" + actual + "Only optional fields may be added to a version.");
            }
            validate(schema, actual);
            return name;
        }

        private Set<String> samples() {
            try (var files = Files.list(folder)) {
                var names = new TreeSet<String>();
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".json") && !name.endsWith(".schema.json"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".json".length())));
                return names;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What another service reads of a message. */
    public static final class Consumer {
        private final Path sample;
        private final Path schema;

        private Consumer(Path sample, Path schema) {
            this.sample = sample;
            this.schema = schema;
        }

        /**
         * The record reads the sample, the sample with a field it does not know, and the sample without each of its
         * optional fields.
         *
         * @return what was read from the sample
         */
        public <T extends Record> T readBy(Class<T> type) {
            var body = JSON.readTree(read(sample)) instanceof ObjectNode object ? object : JSON.createObjectNode();
            var seen = readComplete(body, type);
            var withMore = body.deepCopy().put("aFieldOfTomorrow", "x");
            if (!JSON.treeToValue(withMore, type).equals(seen)) {
                throw new AssertionError(type.getName() + " is disturbed by a field it does not know");
            }
            var required = required();
            body.propertyNames().stream()
                    .filter(name -> !required.contains(name))
                    .forEach(name -> {
                        var less = body.deepCopy();
                        less.remove(name);
                        readComplete(less, type);
                    });
            return seen;
        }

        private <T extends Record> T readComplete(ObjectNode body, Class<T> type) {
            T read = JSON.treeToValue(body, type);
            for (var component : type.getRecordComponents()) {
                if (value(read, component) == null
                        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new AssertionError(type.getName() + "." + component.getName() + " is missing in " + body);
                }
            }
            return read;
        }

        private static @Nullable Object value(Object of, java.lang.reflect.RecordComponent component) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                return accessor.invoke(of);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }

        private Set<String> required() {
            var required = new HashSet<String>();
            Optional.ofNullable(JSON.readTree(read(schema)).get("required"))
                    .ifPresent(names -> names.forEach(name -> required.add(name.asString())));
            return required;
        }
    }
}
