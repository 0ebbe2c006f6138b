package vn.hocvu.enrollment.vault;

import java.util.Base64;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The keys that wrap every other key of the vault; they come from outside and are never stored. */
final class MasterKeys {
    private final TreeMap<Integer, SecretKey> byVersion = new TreeMap<>();

    MasterKeys(@Nullable String configured) {
        if (configured == null || configured.isBlank()) {
            throw new IllegalStateException(
                    "The vault has no master key. Set HOCVU_VAULT_KEY to a 256-bit key in Base64"
                            + " (for example from: openssl rand -base64 32); the service does not start without.");
        }
        for (var part : configured.split(",")) {
            var colon = part.indexOf(':');
            var version =
                    colon < 0 ? 1 : Integer.parseInt(part.substring(0, colon).strip());
            byVersion.put(version, decoded(part.substring(colon + 1).strip()));
        }
    }

    /** Wraps a key under the newest master key. */
    Wrapped wrap(SecretKey key, String owner) {
        var newest = byVersion.lastEntry();
        return new Wrapped(newest.getKey(), Sealing.seal(newest.getValue(), key.getEncoded(), about(owner)));
    }

    SecretKey unwrap(Wrapped wrapped, String owner) {
        var master = byVersion.get(wrapped.masterVersion());
        if (master == null) {
            throw new IllegalStateException("HOCVU_VAULT_KEY lacks master key " + wrapped.masterVersion());
        }
        return Sealing.key(Sealing.open(master, wrapped.bytes(), about(owner)));
    }

    private static String about(String owner) {
        return "key of " + owner;
    }

    private static SecretKey decoded(String base64) {
        try {
            return Sealing.key(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            // The key itself must not appear in any message.
            throw new IllegalStateException("HOCVU_VAULT_KEY is not a 256-bit key in Base64");
        }
    }

    /** A key that only a master key opens. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Wrapped(int masterVersion, byte[] bytes) {}
}
