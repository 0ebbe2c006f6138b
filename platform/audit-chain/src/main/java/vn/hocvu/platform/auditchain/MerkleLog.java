package vn.hocvu.platform.auditchain;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The Merkle tree of RFC 6962 over a log that only grows; keeps no more than its complete sub-trees' roots. */
public final class MerkleLog {
    private static final int HIGHEST = 63;

    private final TrailHash hashes = new TrailHash();
    /** Root of the complete sub-tree of 2^i leaves, where the size has that bit. */
    private final Hash[] roots = new Hash[HIGHEST];

    private long size;

    /** An empty log. */
    public MerkleLog() {
        Arrays.fill(roots, Hash.BEGINNING);
    }

    /**
     * A log as {@link #state()} described it.
     *
     * @throws Malformed if the state does not fit the size
     */
    public MerkleLog(long size, byte[] state) {
        this();
        this.size = size;
        if (size < 0 || state.length != Long.bitCount(size) * Hash.LENGTH) {
            throw new Malformed("the state of the log does not fit its size " + size);
        }
        var at = 0;
        for (var level = HIGHEST - 1; level >= 0; level--) {
            if (has(level)) {
                roots[level] = Hash.of(Arrays.copyOfRange(state, at, at + Hash.LENGTH));
                at += Hash.LENGTH;
            }
        }
    }

    private boolean has(int level) {
        return (size >> level & 1) == 1;
    }

    /** Adds the hash of an event as the next leaf. */
    public void add(Hash event) {
        var hash = hashes.leaf(event);
        var level = 0;
        for (; has(level); level++) {
            hash = hashes.node(roots[level], hash);
        }
        roots[level] = hash;
        size++;
    }

    public long size() {
        return size;
    }

    /** The root over all leaves; of an empty log the SHA-256 of nothing. */
    public Hash root() {
        @Nullable Hash root = null;
        for (var level = 0; level < HIGHEST; level++) {
            if (has(level)) {
                root = root == null ? roots[level] : hashes.node(roots[level], root);
            }
        }
        return root == null ? TrailHash.plain(new byte[0]) : root;
    }

    /** Roots of the complete sub-trees, largest first: all that is needed to go on. */
    public byte[] state() {
        var state = new ByteArrayOutputStream();
        for (var level = HIGHEST - 1; level >= 0; level--) {
            if (has(level)) {
                state.writeBytes(roots[level].bytes());
            }
        }
        return state.toByteArray();
    }
}
