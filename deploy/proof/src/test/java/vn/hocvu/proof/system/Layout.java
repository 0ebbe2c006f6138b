package vn.hocvu.proof.system;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.hocvu.local.Installation;
import vn.hocvu.local.Port;

/** How each program of the system is started, and what it is told: the same as by the launcher. */
final class Layout {
    static final String PASSWORD = "proof";
    private static final String SAMPLE_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Installation installation;
    private final Apps apps;

    Layout(Installation installation, Apps apps) {
        this.installation = installation;
        this.apps = apps;
    }

    Program postgres() {
        var arguments = new ArrayList<>(List.of(folder("postgres"), text(installation.port(Port.POSTGRES)), PASSWORD));
        for (var service : Service.values()) arguments.add(service.database());
        return server("postgres", "PostgresServer", 160, arguments);
    }

    Program kafka() {
        var ports = List.of(text(installation.port(Port.KAFKA)), text(installation.port(Port.KAFKA_CONTROLLER)));
        return server("kafka", "KafkaServer", 320, List.of(folder("kafka"), ports.getFirst(), ports.getLast()));
    }

    Program views() {
        return server("views", "MongoServer", 320, List.of(folder("views"), text(installation.port(Port.MONGODB))));
    }

    private Program server(String name, String type, int memory, List<String> arguments) {
        var command = new ArrayList<>(java(memory));
        command.add("-Dlogback.configurationFile=servers-logback.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "vn.hocvu.local.servers." + type));
        command.addAll(arguments);
        return new Program(name, installation.home(), command, Map.of(), null);
    }

    Program identity() {
        var port = installation.port(Port.IDENTITY);
        var told = Map.of(
                "SERVER_PORT", text(port),
                "HOCVU_IDENTITY_HOME", folder("identity"),
                "HOCVU_IDENTITY_PORTOFFSET", text(installation.offset()));
        return new Program("identity", installation.home(), jar("identity", 160), told, health(port, ""));
    }

    /** One process of a service. */
    Program service(String name, Service service, int port, int operations) {
        return new Program(
                name,
                installation.home(),
                jar(service.module(), service == Service.REPORTING ? 448 : 320),
                told(service, port, operations),
                health(operations, "/readiness"));
    }

    private Map<String, String> told(Service service, int port, int operations) {
        var told = new LinkedHashMap<String, String>();
        told.put("SERVER_PORT", text(port));
        told.put("SERVER_ADDRESS", "127.0.0.1");
        told.put("MANAGEMENT_SERVER_PORT", text(operations));
        told.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        told.put("HOCVU_PORT_OFFSET", text(installation.offset()));
        told.put("HOCVU_HOME", installation.home().toString());
        told.put("HOCVU_POSTGRES_URL", jdbc(service));
        told.put("HOCVU_POSTGRES_USERNAME", service.database());
        told.put("HOCVU_POSTGRES_PASSWORD", PASSWORD);
        told.put("HOCVU_KAFKA_BOOTSTRAP", bootstrap());
        told.put("HOCVU_MONGODB_URI", mongo() + "/" + service.database());
        told.put("HOCVU_OIDC_ISSUER", "http://localhost:" + installation.port(Port.IDENTITY));
        told.put("HOCVU_VAULT_KEY", SAMPLE_KEY);
        told.put("HOCVU_WEB_FILESECRET", SAMPLE_KEY);
        for (var other : Service.values()) {
            told.put(
                    "HOCVU_SERVICES_" + other.word().toUpperCase(Locale.ROOT),
                    "http://localhost:" + installation.port(other.port()));
        }
        return told;
    }

    String jdbc(Service service) {
        return "jdbc:postgresql://127.0.0.1:" + installation.port(Port.POSTGRES) + "/" + service.database();
    }

    String bootstrap() {
        return "127.0.0.1:" + installation.port(Port.KAFKA);
    }

    String mongo() {
        return "mongodb://127.0.0.1:" + installation.port(Port.MONGODB);
    }

    private List<String> jar(String module, int memory) {
        var command = new ArrayList<>(java(memory));
        command.addAll(List.of("-jar", apps.jar(module).toString()));
        return command;
    }

    private static List<String> java(int memory) {
        return List.of(
                Apps.JAVA,
                "-Xmx" + memory + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true");
    }

    private String folder(String name) {
        return installation.home().resolve(name).toString();
    }

    private static URI health(int port, String probe) {
        return URI.create("http://127.0.0.1:" + port + "/actuator/health" + probe);
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
