package vn.hocvu.reporting.views.figures.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.messages.consumed.classes.ClassFact;
import vn.hocvu.reporting.publishedfigure.Dimensions;

/** What a class is, as its proposal or its opening describes it. */
public record Traits(
        String classCode,
        @Nullable String planItemId,
        boolean offPlan,
        String classType,
        @Nullable String category,
        @Nullable String studyMode,
        @Nullable String venueId,
        @Nullable String venueType,
        @Nullable String fundingSource,
        @Nullable String fundingOrgId,
        @Nullable String requesterOrgId,
        int plannedLearners,
        int minLearners,
        int seats,
        @Nullable LocalDate plannedEndOn)
        implements Dimensions {

    static Traits of(ClassFact.Description said) {
        return new Traits(
                said.classCode(),
                said.planItemId(),
                said.offPlan(),
                said.classType(),
                said.category(),
                said.studyMode(),
                said.venueId(),
                said.venueType(),
                said.fundingSource(),
                said.fundingOrgId(),
                said.requesterOrgId(),
                said.plannedLearners(),
                said.minLearners(),
                said.seats(),
                said.plannedEndOn());
    }
}
