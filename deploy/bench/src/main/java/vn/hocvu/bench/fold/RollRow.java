package vn.hocvu.bench.fold;

import java.util.Map;
import java.util.TreeMap;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * The roll of one class in numbers.
 *
 * @param byOrganization learners on the roll by the body that sent them
 * @param lastOn         business date of the last change, ISO
 */
public record RollRow(String classId, int given, int freed, Map<String, Integer> byOrganization, String lastOn)
        implements Row<SeatFact, RollRow> {

    public RollRow {
        byOrganization = Map.copyOf(byOrganization);
    }

    static RollRow empty(String classId) {
        return new RollRow(classId, 0, 0, Map.of(), "");
    }

    @Override
    public RollRow after(Fact<SeatFact> fact) {
        SeatFact seat = fact.body();
        Map<String, Integer> counted = new TreeMap<>(byOrganization);
        counted.merge(seat.organization(), seat.change(), Integer::sum);
        return new RollRow(
                classId,
                seat.change() > 0 ? given + 1 : given,
                seat.change() < 0 ? freed + 1 : freed,
                counted,
                seat.effectiveOn());
    }
}
