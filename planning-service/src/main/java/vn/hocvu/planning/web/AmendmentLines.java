package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.views.amendments.AmendmentRow;
import vn.hocvu.planning.views.amendments.Amendments;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.TimelineEntry.Change;

/** Shows amendments to the person signed in: what they change, and whose turn it is. */
@Component
class AmendmentLines {
    private final Amendments amendments;
    private final PlanScope scope;
    private final CurrentActor person;
    private final ItemDifferences differences;
    private final Words words;

    AmendmentLines(
            Amendments amendments, PlanScope scope, CurrentActor person, ItemDifferences differences, Words words) {
        this.amendments = amendments;
        this.scope = scope;
        this.person = person;
        this.differences = differences;
        this.words = words;
    }

    List<AmendmentLine> all() {
        return amendments.all().stream().map(this::line).toList();
    }

    List<AmendmentLine> ofItem(String itemId) {
        return amendments.ofItem(itemId).stream().map(this::line).toList();
    }

    /** What waits for a decision, the oldest first. */
    List<AmendmentLine> open() {
        var open = new ArrayList<>(amendments.open().stream().map(this::line).toList());
        return open.reversed();
    }

    AmendmentRow row(String amendmentId) {
        return amendments.find(amendmentId).orElseThrow(() -> new NotFound("amendment " + amendmentId));
    }

    /** True if the item no longer says what the amendment starts from. */
    boolean outdated(AmendmentRow row) {
        var itemId = row.asked().itemId();
        if (!row.open() || itemId == null) {
            return false;
        }
        return scope.find(itemId.value())
                .filter(item ->
                        !item.removed() && item.promise().equals(row.asked().before()))
                .isEmpty();
    }

    AmendmentLine line(AmendmentRow row) {
        var asked = row.asked();
        boolean own = row.involves(person.get().userId());
        var next = row.next();
        var reason = words.code("amendmentReason", asked.reasonCode());
        return new AmendmentLine(
                row,
                row.amendmentId(),
                asked.planId().year().number(),
                asked.kind().name(),
                outdated(row) ? "OUTDATED" : row.state(),
                row.itemId(),
                changes(row),
                classes(asked.after()) - classes(asked.before()),
                learners(asked.after()) - learners(asked.before()),
                asked.reasonText() == null ? reason : reason + ": " + asked.reasonText(),
                String.valueOf(words.document(asked.document())),
                row.effectiveOn(),
                next != null && person.has(next.role()) && !own,
                own);
    }

    List<Change> changes(AmendmentRow row) {
        return differences.between(row.asked().before(), row.asked().after());
    }

    private static int classes(@Nullable PlanItemTerms terms) {
        return terms == null ? 0 : terms.quota().classes();
    }

    private static int learners(@Nullable PlanItemTerms terms) {
        var learners = terms == null ? null : terms.quota().learners();
        return learners == null ? 0 : learners;
    }
}
