package vn.hocvu.planning.offplanrequest;

import java.util.Map;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;

/**
 * Why a request for an off-plan class does not go on; the simple name of the type is the refusal's stable name. What is
 * refused for reasons common to all plans is refused by those names.
 */
public abstract sealed class OffPlanRefusal extends RuntimeException {
    private final transient Map<String, Object> values;

    private OffPlanRefusal(String sentence, OffPlanRequestId requestId) {
        super(requestId + ": " + sentence);
        this.values = Map.of("requestId", requestId.value());
    }

    /** The values the sentence names. */
    public Map<String, Object> values() {
        return values;
    }

    /** There is no such request, or none that this body may know of. */
    public static final class OffPlanRequestNotFound extends OffPlanRefusal {
        public OffPlanRequestNotFound(OffPlanRequestId requestId) {
            super("there is no such request", requestId);
        }
    }

    /** Need, lecturers and time have not all been answered. */
    public static final class AssessmentIncomplete extends OffPlanRefusal {
        public AssessmentIncomplete(OffPlanRequestId requestId) {
            super("need, lecturers and time must be assessed first", requestId);
        }
    }

    /** Nobody has been consulted yet. */
    public static final class ConsultationMissing extends OffPlanRefusal {
        public ConsultationMissing(OffPlanRequestId requestId) {
            super("the consultation must be recorded first", requestId);
        }
    }

    /** The organisation board has not been told yet. */
    public static final class ReportMissing extends OffPlanRefusal {
        public ReportMissing(OffPlanRequestId requestId) {
            super("the report must be recorded first", requestId);
        }
    }
}
