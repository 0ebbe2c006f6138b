package vn.hocvu.classes.views.timelines;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.classes.trainingclass.ClassEvent.*;
import vn.hocvu.classes.trainingclass.DocumentRef;
import vn.hocvu.classes.trainingclass.Reason;
import vn.hocvu.classes.views.timelines.TimelineRow.Entry;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.Fact;

/** Turns facts into timeline entries; a new kind of fact does not compile until its entry names its values. */
final class Entries {
    private static final JsonMapper JSON = StoredJson.mapper();

    private Entries() {}

    static Entry of(Fact<ClassEvent> fact) {
        var event = fact.body();
        var reason = reason(event);
        return new Entry(
                event.getClass().getSimpleName(),
                fact.metadata().get("actor"),
                fact.metadata().get("role"),
                fact.metadata().get("organization"),
                event.effectiveOn(),
                fact.recordedAt(),
                reason == null ? null : reason.code(),
                reason == null ? null : reason.text(),
                document(event),
                values(event),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event));
    }

    private static Map<String, String> values(ClassEvent event) {
        return switch (event) {
            case ClassProposed e ->
                Map.of(
                        "classCode", e.classCode().value(),
                        "planItemId", e.planItemId().value(),
                        "planned", text(e.plannedLearners().count()),
                        "seats", text(e.seats().count()));
            case SlotGrantNoted e -> Map.of("planItemId", e.planItemId().value());
            case SlotDenialNoted e -> Map.of("planItemId", e.planItemId().value(), "cause", e.cause());
            case RecruitingStarted e ->
                Map.of(
                        "deadline",
                        e.deadline().toString(),
                        "seats",
                        text(e.seats().count()));
            case RecruitingExtended e -> Map.of("deadline", e.deadline().toString());
            case RollReceived e ->
                Map.of(
                        "enrolled", text(e.enrolledCount().count()),
                        "rollVersion", text(e.rollVersion().number()));
            case MinimumMissed e ->
                Map.of(
                        "enrolled", text(e.enrolledCount().count()),
                        "minimum", text(e.minLearners().count()));
            case MinimumOverridden e -> Map.of();
            case ReadinessConfirmed e -> Map.of("checks", text(e.checks().size()));
            case ClassOpened e ->
                Map.of(
                        "enrolled", text(e.enrolledCount().count()),
                        "grading", e.ruleSets().grading());
            case OpeningCeremonyHeld e -> Map.of("heldOn", e.heldOn().toString());
            case TeachingStarted e -> Map.of();
            case ClassSuspended e -> Map.of();
            case ClassResumed e -> Map.of();
            case TeachingCompleted e ->
                Map.of("periods", text(e.deliveredPeriods().count()));
            case FinalRollReceived e ->
                Map.of(
                        "learners",
                        text(e.learnerIds().size()),
                        "rollVersion",
                        text(e.rollVersion().number()));
            case ClassGraduated e ->
                Map.of(
                        "graduated", text(e.counts().graduated()),
                        "notGraduated", text(e.counts().notGraduated()));
            case ClassClosed e ->
                Map.of(
                        "completed", text(e.counts().completed()),
                        "notCompleted", text(e.counts().notCompleted()));
            case ClassCancelled e ->
                Map.of(
                        "enrolled", text(e.enrolledCount().count()),
                        "quotaReturned", Boolean.toString(e.quotaReturned()));
            case ClassTerminated e -> Map.of("roll", text(e.roll().count()));
        };
    }

    private static @Nullable DocumentRef document(ClassEvent event) {
        return switch (event) {
            case MinimumOverridden e -> e.document();
            case ClassOpened e -> e.openingDecision();
            case ClassSuspended e -> e.document();
            case ClassResumed e -> e.document();
            case TeachingCompleted e -> e.document();
            case ClassGraduated e -> e.graduationDecision();
            case ClassClosed e -> e.decision();
            case ClassCancelled e -> e.document();
            case ClassTerminated e -> e.document();
            default -> null;
        };
    }

    private static @Nullable Reason reason(ClassEvent event) {
        return switch (event) {
            case ClassSuspended e -> new Reason(e.reasonCode(), e.reasonText());
            case ClassCancelled e -> new Reason(e.reasonCode(), e.reasonText());
            case ClassTerminated e -> new Reason(e.reasonCode(), e.reasonText());
            default -> null;
        };
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
