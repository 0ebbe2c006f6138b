package vn.hocvu.platform.eventstore.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.auditchain.SigningKey;

/** The keys that sign the trail, from the environment or mounted files; nothing of them is ever kept elsewhere. */
record TrailKeys(Optional<SigningKey> current, Optional<SigningKey> previous) {
    static TrailKeys of(TrailSettings settings) {
        return new TrailKeys(
                key(settings.key(), settings.keyFile()), key(settings.previousKey(), settings.previousKeyFile()));
    }

    private static Optional<SigningKey> key(@Nullable String text, @Nullable Path file) {
        if (text != null && !text.isBlank()) {
            return Optional.of(SigningKey.of(text));
        }
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(SigningKey.of(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read", e);
        }
    }
}
