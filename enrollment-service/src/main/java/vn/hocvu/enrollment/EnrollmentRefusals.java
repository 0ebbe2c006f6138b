package vn.hocvu.enrollment;

import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.IntakeRefusal;
import vn.hocvu.enrollment.classintake.IntakeRefusal.*;
import vn.hocvu.enrollment.learner.LearnerRefusal;
import vn.hocvu.enrollment.learner.LearnerRefusal.AlreadyHoldsDiploma;
import vn.hocvu.enrollment.learner.LearnerRefusal.AlreadyStudying;
import vn.hocvu.enrollment.learner.LearnerRefusal.IdentityKnown;
import vn.hocvu.enrollment.learner.LearnerRefusal.LearnerNotFound;
import vn.hocvu.platform.webkit.RefusalTranslation;

/** What callers are told of enrollment's refusals. */
final class EnrollmentRefusals implements RefusalTranslation {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int STALE = 412;

    @Override
    public @Nullable Refused of(Throwable thrown) {
        return switch (thrown) {
            case IntakeRefusal refusal -> new Refused(refusal.code(), status(refusal), refusal.values());
            case LearnerRefusal refusal -> new Refused(refusal.code(), status(refusal), refusal.values());
            default -> null;
        };
    }

    private static int status(IntakeRefusal refusal) {
        return switch (refusal) {
            case ReasonMissing r -> BAD_REQUEST;
            case IntakeNotFound r -> NOT_FOUND;
            case RollOutdated r -> STALE;
            case ClassFull r -> CONFLICT;
            case IntakeNotOpen r -> CONFLICT;
            case WindowClosed r -> CONFLICT;
            case OutsideFunding r -> CONFLICT;
            case NotOnRoll r -> CONFLICT;
            case RollHeld r -> CONFLICT;
            case RollFrozen r -> CONFLICT;
            case LevelsDiffer r -> CONFLICT;
            case OutcomesIncomplete r -> CONFLICT;
            case DeferralTooLong r -> CONFLICT;
            case LeavesBeforeJoining r -> CONFLICT;
            case WrongState r -> CONFLICT;
        };
    }

    private static int status(LearnerRefusal refusal) {
        return switch (refusal) {
            case LearnerNotFound r -> NOT_FOUND;
            case AlreadyStudying r -> CONFLICT;
            case AlreadyHoldsDiploma r -> CONFLICT;
            case IdentityKnown r -> CONFLICT;
        };
    }
}
