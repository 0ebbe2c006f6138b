package vn.hocvu.platform.auditchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of RFC 6962, beside its definition written down as it stands there. */
class MerkleLogTest {
    private static final TrailHash HASHES = new TrailHash();

    @Test
    void anEmptyLogHasTheHashOfNothing() {
        assertThat(new MerkleLog().root())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 100})
    void theRootIsThatOfTheDefinitionAndEveryLeafHasAProof(int size) {
        var events = events(size);
        var log = new MerkleLog();
        events.forEach(log::add);

        assertThat(log.root()).isEqualTo(defined(events));
        assertThat(new MerkleLog(size, log.state()).root()).isEqualTo(log.root());
        var proofs = InclusionProof.of(
                events, new TreeSet<>(LongStream.range(0, size).boxed().toList()));
        for (var leaf = 0; leaf < size; leaf++) {
            var proof = proofs.get((long) leaf);
            assertThat(proof.leadsTo(log.root(), events.get(leaf))).isTrue();
            assertThat(proof.leadsTo(log.root(), events(size + 1).getLast())).isFalse();
            assertThat(proof.leadsTo(defined(events(size + 1)), events.get(leaf)))
                    .isFalse();
            if (size > 1) {
                var other = new InclusionProof((leaf + 1) % size, size, proof.path());
                assertThat(other.leadsTo(log.root(), events.get(leaf))).isFalse();
                var longer = new ArrayList<>(proof.path());
                longer.add(log.root());
                assertThat(new InclusionProof(leaf, size, longer).leadsTo(log.root(), events.get(leaf)))
                        .isFalse();
            }
        }
    }

    @Test
    void aLogGoesOnFromWhereItWas() {
        var log = new MerkleLog();
        for (var event : events(50)) {
            log = new MerkleLog(log.size(), log.state());
            log.add(event);
        }

        assertThat(log.root()).isEqualTo(defined(events(50)));
        assertThatThrownBy(() -> new MerkleLog(3, new byte[32])).isInstanceOf(Malformed.class);
    }

    @Test
    void aLeafOutsideOfTheLogHasNoProof() {
        assertThatThrownBy(() -> new InclusionProof(3, 3, List.of())).isInstanceOf(Malformed.class);
    }

    private static List<Hash> events(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> TrailHash.plain(new byte[] {(byte) i, (byte) (i >> 8)}))
                .toList();
    }

    /** MTH of RFC 6962, section 2.1. */
    private static Hash defined(List<Hash> events) {
        if (events.size() == 1) {
            return HASHES.leaf(events.getFirst());
        }
        var middle = Integer.highestOneBit(events.size() - 1);
        return HASHES.node(defined(events.subList(0, middle)), defined(events.subList(middle, events.size())));
    }
}
