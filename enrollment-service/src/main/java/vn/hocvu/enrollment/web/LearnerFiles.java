package vn.hocvu.enrollment.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.vault.Person;
import vn.hocvu.enrollment.vault.Vault;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.enrollment.views.intakes.Intakes;
import vn.hocvu.enrollment.views.learners.LearnerRow;
import vn.hocvu.enrollment.views.learners.Learners;
import vn.hocvu.enrollment.views.places.PlaceRow;
import vn.hocvu.enrollment.views.places.Places;
import vn.hocvu.platform.webkit.NotFound;

/** Learners as the person in front may see them. */
@Component
class LearnerFiles {
    private static final int MOST_FOUND = 200;

    private final Learners learners;
    private final Places places;
    private final Intakes intakes;
    private final Scope scope;
    private final Rolls rolls;
    private final Vault vault;

    LearnerFiles(Learners learners, Places places, Intakes intakes, Scope scope, Rolls rolls, Vault vault) {
        this.learners = learners;
        this.places = places;
        this.intakes = intakes;
        this.scope = scope;
        this.rolls = rolls;
        this.vault = vault;
    }

    /** The learner's file, if the person may know of the learner. */
    File require(String learnerId, String purpose) {
        var row = learners.find(learnerId)
                .filter(found -> visible(List.of(found)).containsKey(learnerId))
                .orElseThrow(() -> new NotFound("learner " + learnerId));
        var held = places.ofLearners(List.of(learnerId)).stream()
                .filter(scope::sees)
                .sorted(Comparator.comparing(PlaceRow::joinedOn, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        return new File(row, held, rolls.names(List.of(learnerId), purpose).get(learnerId));
    }

    /** Those of the learners whom the person may see, by name; each recorded. */
    Map<String, Person> named(List<String> ids, String purpose) {
        var seen = visible(learners.find(ids).values().stream().toList()).keySet();
        return rolls.names(ids.stream().filter(seen::contains).toList(), purpose);
    }

    /** Learners in scope whose name contains the words. */
    List<LearnerRow> search(String words) {
        if (!scope.seesNames()) {
            return List.of();
        }
        var ids = vault.search(words, MOST_FOUND).stream().map(LearnerId::value).toList();
        var found = learners.find(ids);
        return List.copyOf(visible(found.values().stream().toList()).values());
    }

    /** Those of the rows that are in scope: sent by one's own organisation, or in a class in one's own venue. */
    Map<String, LearnerRow> visible(List<LearnerRow> rows) {
        if (scope.wholeSchool()) {
            return byId(rows);
        }
        var classes = intakes.find(
                rows.stream().flatMap(row -> row.classes().stream()).distinct().toList());
        return byId(rows.stream().filter(row -> inScope(row, classes)).toList());
    }

    private boolean inScope(LearnerRow row, Map<String, IntakeRow> classes) {
        if (!scope.centre()) {
            return row.orgs().contains(scope.own());
        }
        return row.classes().stream()
                .map(classes::get)
                .filter(Objects::nonNull)
                .anyMatch(intake -> scope.own().equals(intake.venueOwnerOrgId()));
    }

    private static Map<String, LearnerRow> byId(List<LearnerRow> rows) {
        return rows.stream().collect(Collectors.toMap(LearnerRow::learnerId, Function.identity(), (a, b) -> a));
    }

    /** One learner: the record, the places in scope, and who it is where that may be seen. */
    record File(
            LearnerRow row, List<PlaceRow> places, @Nullable Person person) {}
}
