package vn.hocvu.enrollment.views.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.DocumentRef;

/**
 * One fact of the past with its envelope.
 *
 * @param kind       stable name of the fact
 * @param sequence   position in the history of its intake or learner
 * @param body       the values that the fact's sentence names
 * @param rollChange whether it changed a roll or a waiting list
 */
public record HistoryRow(
        String eventId,
        String kind,
        long sequence,
        @Nullable String aggregateId,
        @Nullable String classId,
        @Nullable String learnerId,
        @Nullable String nominatingOrgId,
        @Nullable LocalDate effectiveOn,
        @Nullable Instant recordedAt,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String organization,
        @Nullable String commandId,
        @Nullable String reasonCode,
        @Nullable String reasonText,
        @Nullable DocumentRef document,
        boolean rollChange,
        Map<String, String> body) {
    public HistoryRow {
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }

    static HistoryRow empty(String eventId) {
        return new HistoryRow(
                eventId, "", -1, null, null, null, null, null, null, null, null, null, null, null, null, null, false,
                Map.of());
    }
}
