package vn.hocvu.classes.views.timelines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.classes.trainingclass.DocumentRef;
import vn.hocvu.classes.trainingclass.ReasonCode;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/** Everything that has happened to one class, oldest first. */
public record TimelineRow(String classId, List<Entry> entries) implements Row<ClassEvent, TimelineRow> {
    public TimelineRow {
        entries = List.copyOf(entries);
    }

    /**
     * One fact as its timeline tells it.
     *
     * @param kind   stable word of the fact
     * @param values values its sentence names, as codes, ISO dates and plain numbers
     * @param raw    the fact as it is stored
     */
    public record Entry(
            String kind,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String organization,
            LocalDate effectiveOn,
            Instant recordedAt,
            @Nullable ReasonCode reasonCode,
            @Nullable String reasonText,
            @Nullable DocumentRef document,
            Map<String, String> values,
            String raw) {
        public Entry {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    @Override
    public TimelineRow after(Fact<ClassEvent> fact) {
        var longer = new ArrayList<>(entries);
        longer.add(Entries.of(fact));
        return new TimelineRow(classId, longer);
    }
}
