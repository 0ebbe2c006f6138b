package vn.hocvu.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where this machine's Học Vụ lives and what it was told by its surroundings.
 *
 * @param repository  folder of the sources and the built jars
 * @param home        folder of data, logs and caches
 * @param offset      added to every port
 * @param environment variables that replace parts by real servers
 */
public record Installation(Path repository, Path home, int offset, Map<String, String> environment) {
    static final String VERSION = "1.0.0-SNAPSHOT";

    /**
     * Reads the surroundings.
     *
     * @throws UsageError when the port offset is not a number
     */
    public static Installation here(Map<String, String> environment) {
        var repository = Path.of(System.getProperty("hocvu.repository", ""))
                .toAbsolutePath()
                .normalize();
        var home = Optional.ofNullable(environment.get("HOCVU_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .orElse(repository.resolve(".hocvu"));
        return new Installation(repository, home, offset(environment), environment);
    }

    /** A port with the offset of this installation. */
    public int port(Port port) {
        return port.shifted(offset);
    }

    /** The server that replaces a part, when the surroundings name one. */
    public Optional<String> replaced(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    Path log(String part) {
        return home.resolve("log").resolve(part + ".log");
    }

    Path run(String file) {
        return home.resolve("run").resolve(file);
    }

    /** Address of the identity provider, ours or another. */
    String issuer() {
        return replaced("HOCVU_OIDC_ISSUER").orElse("http://localhost:" + port(Port.IDENTITY));
    }

    private static int offset(Map<String, String> environment) {
        var text = environment.getOrDefault("HOCVU_PORT_OFFSET", "0").strip();
        try {
            var offset = text.isEmpty() ? 0 : Integer.parseInt(text);
            if (offset < 0 || offset > 28_000) throw new NumberFormatException();
            return offset;
        } catch (NumberFormatException e) {
            throw new UsageError("HOCVU_PORT_OFFSET must be a number from 0 to 28000, was " + text);
        }
    }
}
