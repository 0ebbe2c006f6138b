package vn.hocvu.local;

import static vn.hocvu.local.Port.CLASS;
import static vn.hocvu.local.Port.CLASS_OPERATIONS;
import static vn.hocvu.local.Port.ENROLLMENT;
import static vn.hocvu.local.Port.ENROLLMENT_OPERATIONS;
import static vn.hocvu.local.Port.IDENTITY;
import static vn.hocvu.local.Port.KAFKA;
import static vn.hocvu.local.Port.KAFKA_CONTROLLER;
import static vn.hocvu.local.Port.MONGODB;
import static vn.hocvu.local.Port.PLANNING;
import static vn.hocvu.local.Port.PLANNING_OPERATIONS;
import static vn.hocvu.local.Port.POSTGRES;
import static vn.hocvu.local.Port.REPORTING;
import static vn.hocvu.local.Port.REPORTING_OPERATIONS;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hocvu.local.Part.Readiness;

/** Which processes an installation consists of, and what each is told. */
final class Plan {
    static final List<Service> SERVICES = List.of(
            new Service("planning", "Planning", PLANNING, PLANNING_OPERATIONS, 320),
            new Service("enrollment", "Enrollment", ENROLLMENT, ENROLLMENT_OPERATIONS, 320),
            new Service("class", "Classes", CLASS, CLASS_OPERATIONS, 320),
            new Service("reporting", "Reporting", REPORTING, REPORTING_OPERATIONS, 448));

    private final Installation installation;
    private final Apps apps;
    private final Secrets secrets;

    Plan(Installation installation, Apps apps, Secrets secrets) {
        this.installation = installation;
        this.apps = apps;
        this.secrets = secrets;
    }

    /**
     * One of the four services.
     *
     * @param name       its word in names of databases and variables
     * @param title      for people
     * @param port       pages and API
     * @param operations health and meters
     * @param memory     limit of the heap, MiB
     */
    record Service(String name, String title, Port port, Port operations, int memory) {
        String module() {
            return name + "-service";
        }

        String database() {
            return "hocvu_" + name;
        }
    }

    /** The modules whose programs are needed. */
    Set<String> modules() {
        var modules = new HashSet<String>(List.of("local"));
        for (var service : SERVICES) modules.add(service.module());
        if (installation.replaced("HOCVU_OIDC_ISSUER").isEmpty()) modules.add("identity");
        return modules;
    }

    /** Every part, in the order of their start. */
    List<Part> parts() {
        var parts = new ArrayList<Part>();
        if (installation.replaced("HOCVU_POSTGRES_URL").isEmpty()) parts.add(postgres());
        if (installation.replaced("HOCVU_KAFKA_BOOTSTRAP").isEmpty()) parts.add(kafka());
        if (installation.replaced("HOCVU_MONGODB_URI").isEmpty()) parts.add(mongo());
        if (installation.replaced("HOCVU_OIDC_ISSUER").isEmpty()) parts.add(identity());
        var servers = new HashSet<String>();
        for (var part : parts) servers.add(part.name());
        for (var service : SERVICES) parts.add(service(service, Set.copyOf(servers)));
        return parts;
    }

    private Part postgres() {
        var command = new ArrayList<>(apps.server("PostgresServer", 160));
        command.addAll(List.of(
                installation.home().resolve("postgres").toString(),
                Integer.toString(installation.port(POSTGRES)),
                secrets.password("postgres")));
        for (var service : SERVICES) command.add(service.database());
        return server("postgres", "PostgreSQL", command, List.of(installation.port(POSTGRES)), null);
    }

    private Part kafka() {
        var command = new ArrayList<>(apps.server("KafkaServer", 320));
        command.addAll(List.of(
                installation.home().resolve("kafka").toString(),
                Integer.toString(installation.port(KAFKA)),
                Integer.toString(installation.port(KAFKA_CONTROLLER))));
        return server(
                "kafka",
                "Kafka",
                command,
                List.of(installation.port(KAFKA), installation.port(KAFKA_CONTROLLER)),
                apps.serverTraining("KafkaServer", 320));
    }

    private Part mongo() {
        var command = new ArrayList<>(apps.server("MongoServer", 320));
        command.addAll(List.of(
                installation.home().resolve("mongodb").toString(), Integer.toString(installation.port(MONGODB))));
        return server("mongodb", "MongoDB protocol (views)", command, List.of(installation.port(MONGODB)), null);
    }

    private Part server(
            String name, String title, List<String> command, List<Integer> ports, Apps.@Nullable Training training) {
        var ready = installation.run(name + ".ready");
        command.add(1, "-Dhocvu.ready.file=" + ready);
        return new Part(
                name,
                title,
                List.copyOf(command),
                Map.of(),
                ports,
                new Readiness.Written(ready),
                Set.of(),
                false,
                null,
                training);
    }

    private Part identity() {
        var port = installation.port(IDENTITY);
        return new Part(
                "identity",
                "Sign-in",
                apps.command("identity", 160),
                Map.of(
                        "SERVER_PORT", Integer.toString(port),
                        "HOCVU_IDENTITY_HOME",
                                installation.home().resolve("identity").toString(),
                        "HOCVU_IDENTITY_PORTOFFSET", Integer.toString(installation.offset())),
                List.of(port),
                new Readiness.Answers(URI.create("http://127.0.0.1:" + port + "/actuator/health")),
                Set.of(),
                true,
                "http://localhost:" + port + "/",
                apps.training("identity", 160));
    }

    private Part service(Service service, Set<String> servers) {
        var port = installation.port(service.port());
        var operations = installation.port(service.operations());
        return new Part(
                service.name(),
                service.title(),
                apps.command(service.module(), service.memory()),
                environment(service),
                List.of(port, operations),
                new Readiness.Answers(URI.create("http://127.0.0.1:" + operations + "/actuator/health/readiness")),
                servers,
                true,
                "http://localhost:" + port + "/",
                apps.training(service.module(), service.memory()));
    }

    private Map<String, String> environment(Service service) {
        var told = new LinkedHashMap<String, String>();
        told.put("SERVER_PORT", Integer.toString(installation.port(service.port())));
        told.put("SERVER_ADDRESS", "127.0.0.1");
        told.put("MANAGEMENT_SERVER_PORT", Integer.toString(installation.port(service.operations())));
        told.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        told.put("HOCVU_PORT_OFFSET", Integer.toString(installation.offset()));
        told.put("HOCVU_HOME", installation.home().toString());
        told.put("HOCVU_POSTGRES_URL", postgres(service));
        told.put("HOCVU_POSTGRES_USERNAME", service.database());
        told.put("HOCVU_POSTGRES_PASSWORD", secrets.password("postgres"));
        told.put(
                "HOCVU_KAFKA_BOOTSTRAP",
                installation.replaced("HOCVU_KAFKA_BOOTSTRAP").orElse("127.0.0.1:" + installation.port(KAFKA)));
        told.put(
                "HOCVU_MONGODB_URI",
                database(
                        installation
                                .replaced("HOCVU_MONGODB_URI")
                                .orElse("mongodb://127.0.0.1:" + installation.port(MONGODB)),
                        service.database()));
        told.put("HOCVU_OIDC_ISSUER", installation.issuer());
        told.put("HOCVU_VAULT_KEY", secrets.key("vault"));
        told.put("HOCVU_AUDIT_KEY", secrets.key("audit-" + service.name()));
        told.put("HOCVU_AUDIT_FOLDER", installation.home().resolve("audit").toString());
        told.put("HOCVU_WEB_FILESECRET", secrets.key("files"));
        told.put("HOCVU_DEMO", Boolean.toString(Files.exists(demoMark(installation))));
        for (var other : SERVICES) {
            told.put(
                    "HOCVU_SERVICES_" + other.name().toUpperCase(Locale.ROOT),
                    "http://localhost:" + installation.port(other.port()));
        }
        return told;
    }

    String postgres(Service service) {
        return ReplacedPostgres.of(installation)
                .map(server -> server.url(service.database()))
                .orElse("jdbc:postgresql://127.0.0.1:" + installation.port(POSTGRES) + "/" + service.database());
    }

    /** The address of one database of a MongoDB server; a database already named is kept. */
    static String database(String uri, String name) {
        var scheme = uri.indexOf("://") + 3;
        var options = uri.indexOf('?', scheme);
        var hosts = options < 0 ? uri : uri.substring(0, options);
        var rest = options < 0 ? "" : uri.substring(options);
        var slash = hosts.indexOf('/', scheme);
        if (slash >= 0 && slash < hosts.length() - 1) return uri;
        return (slash < 0 ? hosts + "/" : hosts) + name + rest;
    }

    /** Exists when this installation holds the reference years instead of real ones. */
    static Path demoMark(Installation installation) {
        return installation.home().resolve("demo").resolve("wanted");
    }

    static Path state(Installation installation) {
        return installation.run("state.json");
    }
}
