package vn.hocvu.proof.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/** Packs the agent into a jar, with the weaving library beside it, when a run needs it. */
public final class AgentJar {
    private static final List<Class<?>> CLASSES = List.of(
            CrashAgent.class,
            CrashAgent.Entering.class,
            CrashAgent.Leaving.class,
            Crash.class,
            CrashPoint.class,
            SeatsFromAView.class,
            SeatsFromAView.GivingFreely.class,
            SeatsFromAView.Looking.class);

    private final Path file;

    private AgentJar(Path file) {
        this.file = file;
    }

    /** Writes the jar into a folder. */
    public static AgentJar in(Path folder) {
        var file = folder.resolve("crash-agent.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest())) {
            for (var one : CLASSES) {
                var name = one.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (var bytes = one.getClassLoader().getResourceAsStream(name)) {
                    if (bytes == null) throw new IOException("no " + name);
                    bytes.transferTo(jar);
                }
            }
            return new AgentJar(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        var entries = manifest.getMainAttributes();
        entries.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        entries.putValue("Premain-Class", CrashAgent.class.getName());
        try {
            var library = ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation();
            entries.put(Attributes.Name.CLASS_PATH, library.toURI().toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return manifest;
    }

    /**
     * Words for the Java launcher that make the program crash.
     *
     * @param time at which time of passing the point, from 1
     */
    public List<String> crashing(CrashPoint point, long time) {
        return List.of("-javaagent:" + file + "=" + point + "@" + time);
    }

    /** Words for the Java launcher that make enrollment-service look up free seats in a view: it must be found out. */
    public List<String> seatsFromAView() {
        return List.of("-javaagent:" + file + "=" + SeatsFromAView.NAME);
    }
}
