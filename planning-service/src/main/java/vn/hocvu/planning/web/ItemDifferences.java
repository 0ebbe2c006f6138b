package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.platform.webkit.TimelineEntry.Change;

/** What differs between two versions of a plan item, field by field in the order of the form. */
@Component
class ItemDifferences {
    private final Words words;

    ItemDifferences(Words words) {
        this.words = words;
    }

    /**
     * @param before absent for an item that was not there: then everything it says is new
     * @param after  absent for an item that is taken out: then everything it said is gone
     */
    List<Change> between(@Nullable PlanItemTerms before, @Nullable PlanItemTerms after) {
        var changes = new ArrayList<Change>();
        fields().forEach(field -> {
            var was = before == null ? null : field.value().apply(before);
            var is = after == null ? null : field.value().apply(after);
            if (!Objects.equals(was, is)) {
                changes.add(new Change(words.text(field.label()), was, is));
            }
        });
        return changes;
    }

    private record Field(String label, Function<PlanItemTerms, String> value) {}

    private List<Field> fields() {
        return List.of(
                new Field("plan.item.classType", t -> words.code("classType", t.classType())),
                new Field("plan.item.category", t -> words.code("category", t.category())),
                new Field("plan.item.studyMode", t -> words.code("studyMode", t.studyMode())),
                new Field(
                        "plan.item.fundingSource",
                        t -> words.code("fundingSource", t.funding().source())),
                new Field(
                        "plan.item.fundingOrgId",
                        t -> words.organization(t.funding().orgId())),
                new Field("plan.item.requesterOrgId", t -> words.organization(t.requesterOrgId())),
                new Field(
                        "plan.item.venueType",
                        t -> words.code("venueType", t.venue().type())),
                new Field("plan.item.venueId", t -> words.venue(t.venue().venueId())),
                new Field("plan.item.quotaClasses", t -> words.number(t.quota().classes())),
                new Field("plan.item.quotaLearners", t -> words.learners(t.quota())),
                new Field(
                        "plan.item.awaits",
                        t -> t.awaits() == null ? "–" : t.awaits().words()),
                new Field("plan.item.period", t -> words.period(t.period())));
    }
}
