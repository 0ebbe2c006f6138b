package vn.hocvu.planning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.views.timeline.PlanFactRow;
import vn.hocvu.platform.webkit.TimelineEntry;
import vn.hocvu.platform.webkit.TimelineEntry.Change;

/** Tells what happened to a plan in one sentence for each fact. */
@Component
class PlanSentences {
    private final Words words;
    private final ItemDifferences differences;

    PlanSentences(Words words, ItemDifferences differences) {
        this.words = words;
        this.differences = differences;
    }

    TimelineEntry entry(PlanFactRow row) {
        var event = row.event();
        return TimelineEntry.of(row.kind(), sentence(event), row.actor(), row.recordedAt())
                .as(row.role(), row.organization())
                .effective(row.effectiveOn())
                .because(reason(event))
                .under(words.document(document(event)))
                .changing(changes(event))
                .technical(row.json());
    }

    private String sentence(PlanEvent event) {
        return switch (event) {
            case PlanDrafted e ->
                say(e, e.year(), number(e.carriedInClasses()), number(e.carriedInLearners()), date(e.carriedInAsOf()));
            case PlanItemAdded e -> said(e);
            case AmendmentProposed e ->
                say(e, e.amendmentId(), words.code("amendmentKind", e.kind()), e.itemId() == null ? "–" : e.itemId());
            case AmendmentEndorsed e -> say(e, e.amendmentId(), words.code("amendmentStep", e.step()));
            case AmendmentRejected e -> say(e, e.amendmentId());
            case AmendmentWithdrawn e -> say(e, e.amendmentId());
            case PlanAmended e -> say(e, e.amendmentId(), words.code("amendmentKind", e.kind()), e.itemId());
            case QuotaClarified e -> say(e, e.itemId(), words.learners(e.after().quota()));
            case PlanItemChanged e -> say(e, e.itemId());
            case PlanItemRemoved e -> say(e, e.itemId());
            case PlanSubmitted e ->
                say(e, number(e.totals().classes()), number(e.totals().learners()));
            case PlanReturned e -> say(e);
            case PlanApproved e -> say(e);
            case PlanAllocated e ->
                say(
                        e,
                        number(e.allocations().size()),
                        number(e.totals().classes()),
                        number(e.totals().learners()));
            case AwaitedDocumentReceived e -> say(e, e.itemId());
            case ClassSlotGranted e -> say(e, e.itemId(), words.venue(e.venueId()));
            case ClassSlotDenied e -> say(e, e.itemId(), words.code("denialCause", e.cause()));
            case ClassSlotReturned e -> say(e, e.itemId());
            case ClassLinked e -> say(e, e.itemId(), number(e.enrolledCount()));
            case PlanItemUnfulfilled e -> say(e, e.itemId(), number(e.classes()), number(e.learners()));
            case CarryOverDetermined e -> say(e, number(e.classes()), number(e.learners()), date(e.effectiveAsOf()));
            case PlanYearClosed e ->
                say(
                        e,
                        e.year(),
                        number(e.totals().quotaClasses()),
                        number(e.totals().openedClasses()),
                        number(e.totals().unfulfilledClasses()));
        };
    }

    private String said(PlanItemAdded e) {
        var requestId = e.requestId();
        return requestId == null
                ? say(e, e.itemId(), words.terms(e.terms()))
                : words.text("event.PlanItemAdded.offPlan", e.itemId().value(), words.terms(e.terms()));
    }

    private String say(PlanEvent event, Object... values) {
        var texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i].toString();
        }
        return words.text("event." + event.getClass().getSimpleName(), texts);
    }

    private @Nullable String reason(PlanEvent event) {
        return switch (event) {
            case PlanReturned e -> e.comments();
            case PlanItemUnfulfilled e -> because("unfulfilledReason", e.reasonCode(), e.reasonText());
            case AmendmentProposed e -> because("amendmentReason", e.reasonCode(), e.reasonText());
            case PlanAmended e -> because("amendmentReason", e.reasonCode(), null);
            case AmendmentRejected e -> e.comments();
            default -> null;
        };
    }

    private String because(String family, Enum<?> code, @Nullable String text) {
        return words.code(family, code) + (text == null ? "" : ": " + text);
    }

    private static @Nullable DocumentRef document(PlanEvent event) {
        return switch (event) {
            case PlanApproved e -> e.document();
            case PlanAllocated e -> e.document();
            case AwaitedDocumentReceived e -> e.document();
            case PlanItemUnfulfilled e -> e.document();
            case PlanYearClosed e -> e.document();
            case AmendmentProposed e -> e.document();
            case AmendmentEndorsed e -> e.document();
            case PlanAmended e -> e.document();
            case QuotaClarified e -> e.document();
            default -> null;
        };
    }

    private List<Change> changes(PlanEvent event) {
        return switch (event) {
            case PlanItemChanged e -> differences.between(e.before(), e.after());
            case AmendmentProposed e -> differences.between(e.before(), e.after());
            case PlanAmended e -> differences.between(e.before(), e.after());
            case QuotaClarified e -> differences.between(e.before(), e.after());
            default -> List.of();
        };
    }

    private String number(Object number) {
        return words.number(number);
    }

    private String date(Object date) {
        return words.date(date);
    }
}
