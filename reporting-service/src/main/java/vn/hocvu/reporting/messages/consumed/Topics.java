package vn.hocvu.reporting.messages.consumed;

import java.util.List;
import vn.hocvu.platform.eventstream.ConsumedType;
import vn.hocvu.platform.eventstream.Consumption;

/** Every message of the three departments: the journal keeps them all. */
public final class Topics {

    static final List<String> PLANNING = List.of(
            "PlanDrafted",
            "PlanItemAdded",
            "PlanItemChanged",
            "PlanItemRemoved",
            "PlanSubmitted",
            "PlanReturned",
            "PlanApproved",
            "PlanAllocated",
            "AmendmentProposed",
            "AmendmentEndorsed",
            "AmendmentRejected",
            "AmendmentWithdrawn",
            "PlanAmended",
            "QuotaClarified",
            "AwaitedDocumentReceived",
            "ClassSlotGranted",
            "ClassSlotDenied",
            "ClassSlotReturned",
            "ClassLinked",
            "PlanItemUnfulfilled",
            "CarryOverDetermined",
            "PlanYearClosed",
            "OffPlanClassRequested",
            "OffPlanWithdrawn",
            "OffPlanAssessed",
            "OffPlanConsulted",
            "OffPlanReported",
            "OffPlanApproved",
            "OffPlanRejected");

    static final List<String> CLASS = List.of(
            "ClassProposed",
            "SlotGrantNoted",
            "SlotDenialNoted",
            "RecruitingStarted",
            "RecruitingExtended",
            "RollReceived",
            "MinimumMissed",
            "MinimumOverridden",
            "ReadinessConfirmed",
            "ClassOpened",
            "OpeningCeremonyHeld",
            "TeachingStarted",
            "ClassSuspended",
            "ClassResumed",
            "TeachingCompleted",
            "FinalRollReceived",
            "ClassGraduated",
            "ClassClosed",
            "ClassCancelled",
            "ClassTerminated");

    static final List<String> ENROLLMENT = List.of(
            "LearnerRegistered",
            "PlaceClaimed",
            "PlaceFreed",
            "DiplomaHeld",
            "IntakeOpened",
            "IntakeReopened",
            "LearnerEnrolled",
            "LearnerWaitlisted",
            "WaitlistPromoted",
            "WaitlistLeft",
            "LearnerWithdrawn",
            "LearnerExpelled",
            "LearnerDeferred",
            "LearnerDeceased",
            "LearnerTransferredOut",
            "RollConfirmed",
            "IntakeStarted",
            "RollFinalized",
            "EnrollmentCompleted",
            "LearnerReleased",
            "IntakeReleased");

    private Topics() {}

    /** Names of all messages. */
    public static List<String> kinds() {
        return java.util.stream.Stream.of(PLANNING, CLASS, ENROLLMENT)
                .flatMap(List::stream)
                .toList();
    }

    public static Consumption planning() {
        return of("planning", PLANNING);
    }

    public static Consumption classes() {
        return of("class", CLASS);
    }

    public static Consumption enrollment() {
        return of("enrollment", ENROLLMENT);
    }

    private static Consumption of(String service, List<String> types) {
        return new Consumption(
                "hocvu." + service + ".events.v1",
                types.stream()
                        .<ConsumedType<?>>map(
                                type -> new ConsumedType<>("vn.hocvu." + service + "." + type + ".v1", Heard.class))
                        .toList());
    }
}
