package vn.hocvu.enrollment.views.history;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.classintake.IntakeEvent;
import vn.hocvu.enrollment.classintake.IntakeEvent.*;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.classintake.LeavingReason;
import vn.hocvu.enrollment.classintake.OrgId;
import vn.hocvu.enrollment.learner.LearnerEvent;
import vn.hocvu.enrollment.learner.LearnerEvent.*;
import vn.hocvu.platform.eventstream.Fact;

/** What a timeline tells of one fact. */
record Told(
        @Nullable String classId,
        @Nullable LearnerId learner,
        @Nullable OrgId org,
        @Nullable LocalDate effectiveOn,
        @Nullable String reasonCode,
        @Nullable String reasonText,
        @Nullable DocumentRef document,
        boolean rollChange,
        Map<String, String> values) {
    static final Told NOTHING = new Told(null, null, null, null, null, null, null, false, Map.of());

    static Told of(IntakeEvent event) {
        return switch (event) {
            case IntakeOpened e ->
                phase(e).with("seats", e.seats())
                        .with("minLearners", e.minLearners())
                        .with("deadline", e.deadline());
            case IntakeReopened e -> phase(e).with("deadline", e.deadline());
            case LearnerEnrolled e ->
                of(e, null, null, e.document())
                        .with("seat", e.seatNumber())
                        .with("roll", e.rollAfter())
                        .with("type", e.enrollmentType());
            case LearnerWaitlisted e ->
                line(e, e.learnerId(), e.nominatingOrgId(), e.document()).with("position", e.position());
            case WaitlistPromoted e -> line(e, e.learnerId(), null, null);
            case WaitlistLeft e ->
                line(e, e.learnerId(), null, null).because(e.cause().name());
            case RollConfirmed e -> phase(e).with("count", e.enrolledCount()).with("rollVersion", e.rollVersion());
            case IntakeStarted e -> phase(e).with("openedOn", e.openedOn());
            case LearnerWithdrawn e ->
                of(e, e.reasonCode(), e.reasonText(), e.document()).with("roll", e.rollAfter());
            case LearnerExpelled e -> of(e, e.reasonCode(), null, e.decision()).with("roll", e.rollAfter());
            case LearnerDeferred e ->
                of(e, e.reasonCode(), e.reasonText(), e.document())
                        .with("until", e.until())
                        .with("roll", e.rollAfter());
            case LearnerDeceased e -> of(e, e.reasonCode(), null, null).with("roll", e.rollAfter());
            case LearnerTransferredOut e ->
                of(e, null, null, e.document()).with("toClass", e.toClassId()).with("roll", e.rollAfter());
            case RollFinalized e ->
                phase(e).with("count", e.learnerIds().size()).with("rollVersion", e.rollVersion());
            case EnrollmentCompleted e ->
                of(e, null, null, null).with("outcome", e.outcome()).with("roll", e.rollAfter());
            case LearnerReleased e ->
                of(e, null, null, null).because(e.cause().name()).with("roll", e.rollAfter());
            case IntakeReleased e -> phase(e).because(e.cause().name()).with("count", e.learners());
        };
    }

    static Told of(LearnerEvent event) {
        return switch (event) {
            case LearnerRegistered e -> learner(e, null, null);
            case PlaceClaimed e -> learner(e, e.classId().value(), null).with("level", e.level());
            case PlaceFreed e -> learner(e, e.classId().value(), null).with("level", e.level());
            case DiplomaHeld e ->
                learner(e, e.classId() == null ? null : e.classId().value(), e.document())
                        .with("level", e.level())
                        .with("year", e.year());
        };
    }

    HistoryRow row(Fact<Object> fact) {
        var said = fact.metadata();
        return new HistoryRow(
                fact.eventId(),
                fact.body().getClass().getSimpleName(),
                fact.sequence(),
                fact.aggregateId(),
                classId,
                learner == null ? null : learner.value(),
                org == null ? null : org.value(),
                effectiveOn,
                fact.recordedAt(),
                said.get("actor"),
                said.get("role"),
                said.get("organization"),
                said.get("commandId"),
                reasonCode,
                reasonText,
                document,
                rollChange,
                values);
    }

    private static Told phase(IntakeEvent e) {
        return new Told(e.classId().value(), null, null, e.effectiveOn(), null, null, null, false, Map.of());
    }

    private static Told line(IntakeEvent e, LearnerId learner, @Nullable OrgId org, @Nullable DocumentRef document) {
        return new Told(e.classId().value(), learner, org, e.effectiveOn(), null, null, document, true, Map.of());
    }

    private static Told of(
            RollChanged e, @Nullable LeavingReason reason, @Nullable String text, @Nullable DocumentRef document) {
        return new Told(
                e.classId().value(),
                e.learnerId(),
                e.nominatingOrgId(),
                e.effectiveOn(),
                reason == null ? null : reason.name(),
                text,
                document,
                true,
                Map.of());
    }

    private static Told learner(LearnerEvent e, @Nullable String classId, @Nullable DocumentRef document) {
        return new Told(classId, e.learnerId(), null, e.effectiveOn(), null, null, document, false, Map.of());
    }

    private Told because(String code) {
        return new Told(classId, learner, org, effectiveOn, code, reasonText, document, rollChange, values);
    }

    private Told with(String name, Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value.toString());
        return new Told(classId, learner, org, effectiveOn, reasonCode, reasonText, document, rollChange, more);
    }
}
