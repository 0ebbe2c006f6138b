package vn.hocvu.planning.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.items.PlanItems;
import vn.hocvu.planning.views.plans.PlanRow;
import vn.hocvu.planning.views.plans.Plans;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.NotFound;

/**
 * What the person signed in may see: the whole school's plans, or of allocated plans the items that the person's own
 * organisation pays for or asked for. Whatever lies outside is answered as if it did not exist.
 */
@Component
class PlanScope {
    private final CurrentActor person;
    private final Plans plans;
    private final PlanItems items;

    PlanScope(CurrentActor person, Plans plans, PlanItems items) {
        this.person = person;
        this.plans = plans;
        this.items = items;
    }

    boolean seesAll() {
        return person.has(Readers.wholeSchool());
    }

    List<PlanRow> plans() {
        var all = plans.all();
        if (seesAll()) {
            return all;
        }
        var own = items().stream().map(PlanItemRow::planId).distinct().toList();
        return all.stream().filter(plan -> own.contains(plan.planId())).toList();
    }

    PlanRow plan(int year) {
        return plans().stream()
                .filter(plan -> plan.year() == year)
                .findFirst()
                .orElseThrow(() -> new NotFound("plan of " + year));
    }

    List<PlanItemRow> items() {
        return items.all().stream().filter(this::sees).toList();
    }

    List<PlanItemRow> items(PlanRow plan) {
        return items.of(plan.planId()).stream().filter(this::sees).toList();
    }

    PlanItemRow item(int year, String itemId) {
        return find(itemId)
                .filter(item -> item.planId().equals("plan-" + year))
                .orElseThrow(() -> new NotFound("plan item " + itemId));
    }

    /** The item, whatever its year, if the person may see it. */
    Optional<PlanItemRow> find(String itemId) {
        return itemId.matches("[0-9]{4}-[0-9]{2,4}")
                ? items.find(new PlanItemId(itemId)).filter(this::sees)
                : Optional.empty();
    }

    private boolean sees(PlanItemRow item) {
        if (seesAll()) {
            return true;
        }
        var own = person.get().organization();
        if (own == null || item.allocatedOn() == null) {
            return false;
        }
        var terms = item.promise();
        boolean asked = is(own, terms.requesterOrgId());
        return person.has(Readers.DISTRICT_COMMITTEE)
                ? asked || is(own, terms.funding().orgId())
                : asked;
    }

    private static boolean is(String own, @Nullable OrgId other) {
        return other != null && other.value().equals(own);
    }
}
