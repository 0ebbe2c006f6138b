package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.views.timeline.PlanFactRow;
import vn.hocvu.platform.webkit.TimelineEntry;
import vn.hocvu.platform.webkit.TimelineEntry.Change;

/** Tells what happened to a plan in one sentence for each fact. */
@Component
class PlanSentences {
    private final Words words;

    PlanSentences(Words words) {
        this.words = words;
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
            case PlanItemAdded e -> say(e, e.itemId(), words.terms(e.terms()));
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
            case PlanItemUnfulfilled e ->
                words.code("unfulfilledReason", e.reasonCode()) + (e.reasonText() == null ? "" : ": " + e.reasonText());
            default -> null;
        };
    }

    private static @Nullable DocumentRef document(PlanEvent event) {
        return switch (event) {
            case PlanApproved e -> e.document();
            case PlanAllocated e -> e.document();
            case AwaitedDocumentReceived e -> e.document();
            case PlanItemUnfulfilled e -> e.document();
            case PlanYearClosed e -> e.document();
            default -> null;
        };
    }

    private List<Change> changes(PlanEvent event) {
        if (!(event instanceof PlanItemChanged changed)) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        compare(changes, changed, "plan.item.classType", t -> words.code("classType", t.classType()));
        compare(changes, changed, "plan.item.category", t -> words.code("category", t.category()));
        compare(
                changes,
                changed,
                "plan.item.fundingSource",
                t -> words.code("fundingSource", t.funding().source()));
        compare(
                changes,
                changed,
                "plan.item.fundingOrgId",
                t -> words.organization(t.funding().orgId()));
        compare(changes, changed, "plan.item.requesterOrgId", t -> words.organization(t.requesterOrgId()));
        compare(
                changes,
                changed,
                "plan.item.venueType",
                t -> words.code("venueType", t.venue().type()));
        compare(
                changes,
                changed,
                "plan.item.venueId",
                t -> words.venue(t.venue().venueId()));
        compare(changes, changed, "plan.item.studyMode", t -> words.code("studyMode", t.studyMode()));
        compare(
                changes,
                changed,
                "plan.item.quotaClasses",
                t -> number(t.quota().classes()));
        compare(changes, changed, "plan.item.quotaLearners", t -> words.learners(t.quota()));
        compare(
                changes,
                changed,
                "plan.item.awaits",
                t -> t.awaits() == null ? "–" : t.awaits().words());
        return changes;
    }

    private void compare(
            List<Change> changes, PlanItemChanged changed, String label, Function<PlanItemTerms, String> field) {
        var before = field.apply(changed.before());
        var after = field.apply(changed.after());
        if (!Objects.equals(before, after)) {
            changes.add(new Change(words.text(label), before, after));
        }
    }

    private String number(Object number) {
        return words.number(number);
    }

    private String date(Object date) {
        return words.date(date);
    }
}
