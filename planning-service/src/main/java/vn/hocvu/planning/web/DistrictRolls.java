package vn.hocvu.planning.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.FundingSource;
import vn.hocvu.planning.views.classstock.ClassStock;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.items.PlanItemRow.LinkedClass;

/** W20: enrolments that a district pays for may exceed its allocated learners; they stand, and an amendment is due. */
@Component
class DistrictRolls {
    private static final Set<String> HOLDING = Set.of("GRANTED", "OPENED");

    private final ClassStock stock;

    DistrictRolls(ClassStock stock) {
        this.stock = stock;
    }

    /** Learners on the rolls of the items' classes, of those items where they are more than a district was allocated. */
    Map<String, Integer> excesses(Collection<PlanItemRow> items) {
        var districts = items.stream().filter(DistrictRolls::limited).toList();
        var rolls =
                stock.rolls(districts.stream().flatMap(DistrictRolls::holding).collect(Collectors.toUnmodifiableSet()));
        var excesses = new LinkedHashMap<String, Integer>();
        for (var item : districts) {
            int enrolled =
                    holding(item).mapToInt(id -> rolls.getOrDefault(id, 0)).sum();
            if (enrolled > item.promise().quota().printedLearners()) {
                excesses.put(item.itemId(), enrolled);
            }
        }
        return excesses;
    }

    private static boolean limited(PlanItemRow item) {
        var terms = item.promise();
        return terms.funding().source() == FundingSource.DISTRICT_BUDGET
                && !item.offPlan()
                && !terms.quota().isAmbiguous();
    }

    private static Stream<String> holding(PlanItemRow item) {
        return item.classes().stream().filter(c -> HOLDING.contains(c.place())).map(LinkedClass::classId);
    }

    /** Address of the amendment that would allocate as many. */
    static String amendment(PlanItemRow item, int enrolled) {
        return "/plans/%s/items/%s/amendments/new?kind=INCREASE&quotaClasses=%d&quotaLearners=%d"
                .formatted(
                        item.itemId().substring(0, 4),
                        item.itemId(),
                        item.promise().quota().classes(),
                        enrolled);
    }
}
