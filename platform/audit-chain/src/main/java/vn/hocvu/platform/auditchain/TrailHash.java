package vn.hocvu.platform.auditchain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of the trail, all SHA-256, told apart by their first byte. Belongs to one thread. */
public final class TrailHash {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte EVENT = 2;

    private final MessageDigest digest = sha256();

    /** The hash of an event that follows the one with the previous hash. */
    Hash event(Hash previous, byte[] canonical, int from, int to) {
        digest.update(EVENT);
        previous.addTo(digest);
        digest.update(canonical, from, to - from);
        return Hash.own(digest.digest());
    }

    /** The hash of a leaf of the log, whose content is the hash of an event (RFC 6962). */
    Hash leaf(Hash event) {
        digest.update(LEAF);
        event.addTo(digest);
        return Hash.own(digest.digest());
    }

    /** The hash of an inner node of the log (RFC 6962). */
    Hash node(Hash left, Hash right) {
        digest.update(NODE);
        left.addTo(digest);
        right.addTo(digest);
        return Hash.own(digest.digest());
    }

    /** The plain SHA-256 of anything. */
    static Hash plain(byte[] content) {
        return Hash.own(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
