package vn.hocvu.planning.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.offplanrequest.OffPlanRefusal;
import vn.hocvu.planning.offplanrequest.OffPlanRefusal.*;
import vn.hocvu.planning.trainingplan.PlanRefusal;
import vn.hocvu.planning.trainingplan.PlanRefusal.*;
import vn.hocvu.planning.views.classstock.StockBehind;
import vn.hocvu.platform.eventstore.UnknownAggregate;
import vn.hocvu.platform.webkit.RefusalTranslation;

/** What callers are told when planning refuses. */
@Component
public final class PlanRefusals implements RefusalTranslation {
    private static final int MALFORMED = 400;
    private static final int UNKNOWN = 404;
    private static final int AGAINST_THE_RULES = 409;
    private static final int OUTDATED = 412;
    private static final int NOT_NOW = 503;
    private static final List<String> STATES = List.of("state", "needed");

    private final Words words;

    PlanRefusals(Words words) {
        this.words = words;
    }

    @Override
    public @Nullable Refused of(Throwable thrown) {
        return switch (thrown) {
            case PlanRefusal refusal ->
                new Refused(refusal.getClass().getSimpleName(), status(refusal), said(refusal.values()));
            case OffPlanRefusal refusal ->
                new Refused(refusal.getClass().getSimpleName(), status(refusal), refusal.values());
            case UnknownAggregate unknown
            when unknown.aggregateId().startsWith("off-") ->
                new Refused("OffPlanRequestNotFound", UNKNOWN, Map.of("requestId", unknown.aggregateId()));
            case UnknownAggregate unknown ->
                new Refused("PlanNotFound", UNKNOWN, Map.of("planId", unknown.aggregateId()));
            case StockBehind behind -> new Refused("StockBehind", NOT_NOW, Map.of());
            default -> null;
        };
    }

    /** States are told in words, not by their codes. */
    private Map<String, Object> said(Map<String, Object> values) {
        var said = new HashMap<>(values);
        STATES.forEach(name -> said.computeIfPresent(name, (n, code) -> words.code("refusedState", code)));
        return said;
    }

    private static int status(OffPlanRefusal refusal) {
        return switch (refusal) {
            case OffPlanRequestNotFound r -> UNKNOWN;
            case AssessmentIncomplete r -> AGAINST_THE_RULES;
            case ConsultationMissing r -> AGAINST_THE_RULES;
            case ReportMissing r -> AGAINST_THE_RULES;
        };
    }

    private static int status(PlanRefusal refusal) {
        return switch (refusal) {
            case Malformed r -> MALFORMED;
            case QuotaInvalid r -> MALFORMED;
            case ReasonMissing r -> MALFORMED;
            case DocumentMissing r -> MALFORMED;
            case PlanItemNotFound r -> UNKNOWN;
            case AmendmentNotFound r -> UNKNOWN;
            case AmendmentOutdated r -> OUTDATED;
            case BelowCommittedClasses r -> AGAINST_THE_RULES;
            case NotTheProposer r -> AGAINST_THE_RULES;
            case SamePersonDecides r -> AGAINST_THE_RULES;
            case WrongState r -> AGAINST_THE_RULES;
            case PlanYearTaken r -> AGAINST_THE_RULES;
            case PlanNotEditable r -> AGAINST_THE_RULES;
            case TotalsDiffer r -> AGAINST_THE_RULES;
            case QuotaExceeded r -> AGAINST_THE_RULES;
            case ItemSettled r -> AGAINST_THE_RULES;
            case YearNotSettled r -> AGAINST_THE_RULES;
            case YearClosed r -> AGAINST_THE_RULES;
        };
    }
}
