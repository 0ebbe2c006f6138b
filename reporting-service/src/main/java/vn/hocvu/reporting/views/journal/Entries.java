package vn.hocvu.reporting.views.journal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.FoldedText;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.reporting.messages.consumed.Heard;

/** How a fact becomes an entry of the journal, and by what it is found. */
final class Entries {
    /** Field by which entries are sorted: microseconds since 1970. */
    static final String RECORDED = "recorded";

    /** What auditors narrow the timeline by, beside the period of recording. */
    private static final List<String> ASKED = List.of("actor", "organization", "itemId", "kind", "aggregateId");

    private static final String[] SUBJECTS = {
        "classCode", "itemId", "classId", "figureId", "learnerId", "amendmentId", "requestId", "planId"
    };

    private Entries() {}

    static JournalRow of(Fact<?> fact, Heard said) {
        var metadata = fact.metadata();
        var paper = said.paper();
        return new JournalRow(
                fact.eventId(),
                fact.type(),
                fact.source(),
                fact.aggregateId(),
                fact.sequence(),
                said.effectiveOn(),
                fact.recordedAt(),
                metadata.get("actor"),
                metadata.get("role"),
                metadata.get("organization"),
                metadata.get("correlationId"),
                metadata.get("causationId"),
                subject(said),
                said.text("itemId"),
                said.text("reasonCode"),
                said.text("reasonText"),
                paper == null ? null : paper.line(),
                new JournalRow.Body(said.payload().toString()));
    }

    private static @Nullable String subject(Heard said) {
        for (var field : SUBJECTS) {
            var subject = said.text(field);
            if (subject != null) {
                return subject;
            }
        }
        return null;
    }

    static Map<String, Object> index(JournalRow row) {
        var index = new LinkedHashMap<String, Object>();
        var at = row.recordedAt();
        if (at != null) {
            index.put(RECORDED, at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
        }
        LocalDate day = row.effectiveOn();
        if (day != null) {
            index.put("effectiveYear", Integer.toString(day.getYear()));
        }
        if (row.itemId() != null) {
            index.put("itemId", row.itemId());
        }
        index.put("search", FoldedText.fold(words(row)));
        return index;
    }

    /** The newest first, of everything or of what one of the filters leaves. */
    static List<List<Sort>> indexes() {
        var newest = Sort.descending(RECORDED);
        return Stream.concat(
                        Stream.of(List.of(newest)), ASKED.stream().map(field -> List.of(Sort.ascending(field), newest)))
                .toList();
    }

    private static String words(JournalRow row) {
        return Stream.of(
                        row.kind(),
                        row.subject(),
                        row.aggregateId(),
                        row.actor(),
                        row.document(),
                        row.reasonText(),
                        row.reasonCode())
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
