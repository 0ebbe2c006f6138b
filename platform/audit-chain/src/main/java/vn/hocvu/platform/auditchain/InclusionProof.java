package vn.hocvu.platform.auditchain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Proof that an event is in the log that a checkpoint was signed for (RFC 6962, section 2.1.1).
 *
 * @param leaf place of the event in the log, from 0
 * @param size leaves of the log at that checkpoint
 * @param path hashes from the leaf's neighbour up to below the root
 */
public record InclusionProof(long leaf, long size, List<Hash> path) {
    public InclusionProof {
        if (leaf < 0 || leaf >= size) {
            throw new Malformed("leaf " + leaf + " is not in a log of " + size);
        }
        path = List.copyOf(path);
    }

    /** Whether the hash of the event, together with this path, gives the root. */
    public boolean leadsTo(Hash root, Hash eventHash) {
        var hashes = new TrailHash();
        var hash = hashes.leaf(eventHash);
        var place = leaf;
        var last = size - 1;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = hashes.node(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hashes.node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Proofs of several leaves in one walk over the tree. */
    public static Map<Long, InclusionProof> of(List<Hash> eventHashes, NavigableSet<Long> leaves) {
        var paths = new HashMap<Long, List<Hash>>();
        leaves.forEach(leaf -> paths.put(leaf, new ArrayList<>()));
        new Walk(eventHashes, leaves, paths).root(0, eventHashes.size());
        var proofs = new HashMap<Long, InclusionProof>();
        paths.forEach((leaf, path) -> proofs.put(leaf, new InclusionProof(leaf, eventHashes.size(), path)));
        return proofs;
    }

    private record Walk(List<Hash> eventHashes, NavigableSet<Long> leaves, Map<Long, List<Hash>> paths) {
        Hash root(int from, int to) {
            return root(from, to, new TrailHash());
        }

        private Hash root(int from, int to, TrailHash hashes) {
            if (to - from == 1) {
                return hashes.leaf(eventHashes.get(from));
            }
            var middle = from + Integer.highestOneBit(to - from - 1);
            var left = root(from, middle, hashes);
            var right = root(middle, to, hashes);
            add(from, middle, right);
            add(middle, to, left);
            return hashes.node(left, right);
        }

        private void add(int from, int to, Hash sibling) {
            for (var leaf : new TreeSet<>(leaves.subSet((long) from, (long) to))) {
                paths.computeIfAbsent(leaf, l -> new ArrayList<>()).add(sibling);
            }
        }
    }
}
