package vn.hocvu.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Samples.of(4, 1, 3, 2).median()).isEqualTo(2.5);
        assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void percentilesAreNearestRank() {
        var hundred = new Samples(java.util.stream.IntStream.rangeClosed(1, 100)
                .mapToObj(Double::valueOf)
                .toList());

        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(hundred.max()).isEqualTo(100);
        assertThat(hundred.min()).isEqualTo(1);
    }

    @Test
    void peersTakeTurnsAndAreComparedPairByPair() {
        var order = new ArrayDeque<String>();

        var pair = Samples.sideBySide(
                1,
                () -> {
                    order.add("A");
                    return 10;
                },
                () -> {
                    order.add("B");
                    return 5;
                });

        assertThat(order).containsExactly("A", "B", "B", "A");
        assertThat(pair.ratio().values()).isEqualTo(List.of(2.0, 2.0));
    }

    @Test
    void aPromiseIsKeptByTheMedian() {
        assertThat(Figure.promised("rate", "×", Samples.of(0.3, 0.5, 0.6), Figure.Target.atLeast(0.4))
                        .kept())
                .isTrue();
        assertThat(Figure.promised("p99", "ms", Samples.of(80), Figure.Target.atMost(50))
                        .kept())
                .isFalse();
    }
}
