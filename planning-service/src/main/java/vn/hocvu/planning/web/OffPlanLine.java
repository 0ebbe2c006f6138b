package vn.hocvu.planning.web;

import java.time.LocalDate;
import vn.hocvu.planning.views.offplan.OffPlanRow;

/**
 * One request for an off-plan class as the board shows it.
 *
 * @param requester name of the organisation that asks
 * @param days      days in the present stage; days from request to decision once it is decided
 * @param doubtful  true if a criterion of the assessment is not met
 */
public record OffPlanLine(
        OffPlanRow row,
        String requestId,
        String phase,
        String classType,
        String category,
        String requester,
        int learners,
        LocalDate desiredStart,
        long days,
        boolean doubtful) {}
