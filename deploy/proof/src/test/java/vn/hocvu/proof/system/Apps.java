package vn.hocvu.proof.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import vn.hocvu.local.servers.Folders;

/** The jars that production runs, unpacked beside their libraries so that they start fast. */
final class Apps {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String VERSION = "1.0.0-SNAPSHOT";
    private static final Map<String, String> MODULES = Map.of(
            "identity", "deploy/identity",
            "planning-service", "planning-service",
            "enrollment-service", "enrollment-service",
            "class-service", "class-service",
            "reporting-service", "reporting-service");

    private final Path repository;
    private final Path unpacked;

    Apps(Path repository, Path unpacked) {
        this.repository = repository;
        this.unpacked = unpacked;
    }

    /** Unpacks all of them that are not unpacked yet. */
    void prepare() {
        Folders.create(unpacked);
        MODULES.keySet().parallelStream().forEach(this::jar);
    }

    /** The unpacked jar of a module. */
    Path jar(String module) {
        var built = repository.resolve(MODULES.get(module)).resolve("target").resolve(module + "-" + VERSION + ".jar");
        if (!Files.exists(built)) {
            throw new IllegalStateException(built + " is not built; ./mvnw -pl deploy/proof -am verify builds it");
        }
        var app = unpacked.resolve(module + "-" + fingerprint(built));
        if (!Files.isDirectory(app)) unpack(built, app);
        return app.resolve(built.getFileName());
    }

    private static void unpack(Path built, Path app) {
        var draft = app.resolveSibling(app.getFileName() + ".new");
        Folders.delete(draft);
        try {
            var unpacking = new ProcessBuilder(List.of(
                            JAVA,
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            built.toString(),
                            "extract",
                            "--destination",
                            draft.toString()))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(unpacking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (unpacking.waitFor() != 0) throw new IllegalStateException("cannot unpack " + built + ": " + said);
            Files.move(draft, app);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Built jars carry a fixed time; only their content tells them apart. */
    private static String fingerprint(Path jar) {
        var sum = new CRC32();
        var buffer = new byte[1 << 16];
        try (var stream = Files.newInputStream(jar)) {
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) sum.update(buffer, 0, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "%08x".formatted(sum.getValue());
    }
}
