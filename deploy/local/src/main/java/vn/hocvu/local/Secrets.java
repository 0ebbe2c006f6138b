package vn.hocvu.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;

/** Passwords and keys of this installation, made at the first start and readable by its owner only. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path home) {
        var secrets = new Secrets(home.resolve("secrets.properties"));
        secrets.read();
        return secrets;
    }

    /** Letters and digits, the same at every call. */
    String password(String name) {
        return kept(name, () -> HexFormat.of().formatHex(random(16)));
    }

    /** A 256-bit key in Base64, the same at every call. */
    String key(String name) {
        return kept(name, () -> Base64.getEncoder().encodeToString(random(32)));
    }

    private String kept(String name, Supplier<String> fresh) {
        var value = values.getProperty(name);
        if (value != null) return value;
        var made = fresh.get();
        values.setProperty(name, made);
        write();
        return made;
    }

    private static byte[] random(int bytes) {
        var value = new byte[bytes];
        RANDOM.nextBytes(value);
        return value;
    }

    private void read() {
        try {
            if (Files.exists(file)) values.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var text = new StringWriter();
            values.store(text, "secrets of this installation; deleted by ./hocvu reset");
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, text.toString());
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
