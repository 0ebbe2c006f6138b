package vn.hocvu.platform.viewstore.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One hall with its taken seats.
 *
 * @param history sequences of all facts applied, in order of application
 * @param takings how often each seat was taken
 */
public record HallRow(
        String hallId,
        @Nullable String name,
        @Nullable String district,
        List<Integer> taken,
        Map<String, Integer> takings,
        int count,
        List<Long> history)
        implements Row<HallFact, HallRow> {
    static HallRow empty(String hallId) {
        return new HallRow(hallId, null, null, List.of(), Map.of(), 0, List.of());
    }

    @Override
    public HallRow after(Fact<HallFact> fact) {
        var seen = Stream.concat(history.stream(), Stream.of(fact.sequence())).toList();
        return switch (fact.body()) {
            case HallFact.HallOpened f -> new HallRow(hallId, f.name(), f.district(), taken, takings, count, seen);
            case HallFact.SeatTaken f -> {
                var more = new TreeMap<>(takings);
                more.merge("seat." + f.seat(), 1, Integer::sum);
                yield new HallRow(
                        hallId,
                        name,
                        district,
                        Stream.concat(taken.stream(), Stream.of(f.seat())).toList(),
                        more,
                        count + 1,
                        seen);
            }
            case HallFact.SeatFreed f ->
                new HallRow(
                        hallId,
                        name,
                        district,
                        taken.stream().filter(seat -> seat != f.seat()).toList(),
                        takings,
                        count - 1,
                        seen);
        };
    }
}
