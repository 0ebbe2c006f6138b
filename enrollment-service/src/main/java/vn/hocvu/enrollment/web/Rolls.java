package vn.hocvu.enrollment.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.vault.NameOrder;
import vn.hocvu.enrollment.vault.Person;
import vn.hocvu.enrollment.vault.PersonalDataViews;
import vn.hocvu.enrollment.vault.Vault;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.places.PlaceRow;
import vn.hocvu.enrollment.views.places.PlaceState;
import vn.hocvu.enrollment.views.places.Places;

/** The roll of a class as the person in front may see it: rows in scope, names for the entitled, each view recorded. */
@Component
class Rolls {
    private final Places places;
    private final Scope scope;
    private final Vault vault;
    private final PersonalDataViews trail;

    Rolls(Places places, Scope scope, Vault vault, PersonalDataViews trail) {
        this.places = places;
        this.scope = scope;
        this.vault = vault;
        this.trail = trail;
    }

    /** Every place there is or was, by seat; those still held first. */
    List<Line> of(IntakeRow intake, String purpose) {
        var seen = places.of(intake.classId()).stream()
                .filter(place -> scope.sees(intake, place.nominatingOrgId()))
                .sorted(Comparator.comparing(PlaceRow::active).reversed().thenComparingInt(PlaceRow::seat))
                .toList();
        var names = names(
                seen.stream().map(PlaceRow::learnerId).filter(Objects::nonNull).toList(), purpose);
        return seen.stream()
                .map(place -> new Line(place, place.stateIn(intake.phase()), names.get(place.learnerId())))
                .toList();
    }

    /** The same in the order of Vietnamese names; whoever cannot be named comes last, by seat. */
    List<Line> byName(IntakeRow intake, String purpose) {
        return of(intake, purpose).stream()
                .sorted(Comparator.comparing((Line line) -> line.place().active())
                        .reversed()
                        .thenComparing(
                                line -> line.person() == null
                                        ? null
                                        : line.person().fullName(),
                                Comparator.nullsLast(NameOrder.BY_NAME)))
                .toList();
    }

    /** Those of the learners whom the person may see by name, by learner id; recorded in the trail. */
    Map<String, Person> names(List<String> learnerIds, String purpose) {
        if (!scope.seesNames() || learnerIds.isEmpty()) {
            return Map.of();
        }
        var ids = learnerIds.stream().distinct().map(LearnerId::new).toList();
        trail.record(scope.actor(), purpose, ids);
        var named = new java.util.HashMap<String, Person>();
        vault.open(ids).forEach((id, person) -> named.put(id.value(), person));
        return named;
    }

    /** One line of a roll. */
    record Line(PlaceRow place, PlaceState state, @Nullable Person person) {
        /** The name, or the learner's id where the vault cannot or may not tell it. */
        public String label() {
            return person == null ? Objects.requireNonNullElse(place.learnerId(), "") : person.fullName();
        }
    }
}
