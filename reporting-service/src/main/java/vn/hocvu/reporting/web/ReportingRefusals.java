package vn.hocvu.reporting.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstore.UnknownAggregate;
import vn.hocvu.platform.webkit.RefusalTranslation;
import vn.hocvu.reporting.discrepancy.DiscrepancyRefusal;
import vn.hocvu.reporting.publishedfigure.FigureRefusal;

/** What callers are told when reporting refuses. */
@Component
class ReportingRefusals implements RefusalTranslation {
    private static final int MALFORMED = 400;
    private static final int UNKNOWN = 404;
    private static final int AGAINST_THE_RULES = 409;

    @Override
    public @Nullable Refused of(Throwable thrown) {
        return switch (thrown) {
            case FigureRefusal refusal -> refused(refusal, status(refusal), refusal.values());
            case DiscrepancyRefusal refusal -> refused(refusal, status(refusal), refusal.values());
            case UnknownAggregate unknown ->
                new Refused("DiscrepancyNotFound", UNKNOWN, Map.of("discrepancyId", unknown.aggregateId()));
            default -> null;
        };
    }

    private static Refused refused(RuntimeException refusal, int status, Map<String, Object> values) {
        return new Refused(refusal.getClass().getSimpleName(), status, values);
    }

    private static int status(FigureRefusal refusal) {
        return switch (refusal) {
            case FigureRefusal.Malformed r -> MALFORMED;
            case FigureRefusal.DocumentMissing r -> MALFORMED;
            case FigureRefusal.AsOfInFuture r -> MALFORMED;
            case FigureRefusal.UnknownFigure r -> MALFORMED;
            case FigureRefusal.ScopeInvalid r -> MALFORMED;
        };
    }

    private static int status(DiscrepancyRefusal refusal) {
        return switch (refusal) {
            case DiscrepancyRefusal.ReasonMissing r -> MALFORMED;
            case DiscrepancyRefusal.DiscrepancyNotFound r -> UNKNOWN;
            case DiscrepancyRefusal.NothingToExplain r -> AGAINST_THE_RULES;
        };
    }
}
