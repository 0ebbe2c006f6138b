package vn.hocvu.planning;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocvu.planning.messages.consumed.Heard;
import vn.hocvu.planning.messages.published.PlanningPublication;
import vn.hocvu.planning.offplanrequest.OffPlanCommand;
import vn.hocvu.planning.offplanrequest.OffPlanEvent.*;
import vn.hocvu.planning.offplanrequest.OffPlanRequest;
import vn.hocvu.planning.offplanrequest.OffPlanRights;
import vn.hocvu.planning.trainingplan.AmendmentThreshold;
import vn.hocvu.planning.trainingplan.PlanCommand;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanRights;
import vn.hocvu.planning.trainingplan.TrainingPlan;
import vn.hocvu.planning.web.PlanningSettings;
import vn.hocvu.planning.web.Readers;
import vn.hocvu.platform.eventstore.Aggregates;
import vn.hocvu.platform.eventstore.CommandRights;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstream.Consumption;
import vn.hocvu.platform.eventstream.Publication;
import vn.hocvu.platform.webkit.Menu;
import vn.hocvu.platform.webkit.Tones;

/** What the platform has to know of planning. */
@Configuration(proxyBeanMethods = false)
class PlanningConfiguration {
    @Bean
    Aggregates aggregates() {
        return Aggregates.of(TrainingPlan.class, OffPlanRequest.class);
    }

    @Bean
    EventNames eventNames() {
        return EventNames.builder()
                .add("PlanDrafted", 1, PlanDrafted.class)
                .add("PlanItemAdded", 1, PlanItemAdded.class)
                .add("PlanItemChanged", 1, PlanItemChanged.class)
                .add("PlanItemRemoved", 1, PlanItemRemoved.class)
                .add("PlanSubmitted", 1, PlanSubmitted.class)
                .add("PlanReturned", 1, PlanReturned.class)
                .add("PlanApproved", 1, PlanApproved.class)
                .add("PlanAllocated", 1, PlanAllocated.class)
                .add("AmendmentProposed", 1, AmendmentProposed.class)
                .add("AmendmentEndorsed", 1, AmendmentEndorsed.class)
                .add("AmendmentRejected", 1, AmendmentRejected.class)
                .add("AmendmentWithdrawn", 1, AmendmentWithdrawn.class)
                .add("PlanAmended", 1, PlanAmended.class)
                .add("QuotaClarified", 1, QuotaClarified.class)
                .add("AwaitedDocumentReceived", 1, AwaitedDocumentReceived.class)
                .add("ClassSlotGranted", 1, ClassSlotGranted.class)
                .add("ClassSlotDenied", 1, ClassSlotDenied.class)
                .add("ClassSlotReturned", 1, ClassSlotReturned.class)
                .add("ClassLinked", 1, ClassLinked.class)
                .add("PlanItemUnfulfilled", 1, PlanItemUnfulfilled.class)
                .add("CarryOverDetermined", 1, CarryOverDetermined.class)
                .add("PlanYearClosed", 1, PlanYearClosed.class)
                .add("OffPlanClassRequested", 1, OffPlanClassRequested.class)
                .add("OffPlanWithdrawn", 1, OffPlanWithdrawn.class)
                .add("OffPlanAssessed", 1, OffPlanAssessed.class)
                .add("OffPlanConsulted", 1, OffPlanConsulted.class)
                .add("OffPlanReported", 1, OffPlanReported.class)
                .add("OffPlanApproved", 1, OffPlanApproved.class)
                .add("OffPlanRejected", 1, OffPlanRejected.class)
                .build();
    }

    @Bean
    CommandRights commandRights() {
        return command -> switch (command) {
            case PlanCommand order -> PlanRights.permitted(order);
            case OffPlanCommand order -> OffPlanRights.permitted(order);
            default -> Set.of();
        };
    }

    @Bean
    AmendmentThreshold amendmentThreshold(PlanningSettings settings) {
        return new AmendmentThreshold(
                settings.amendmentThresholdClasses(), settings.amendmentThresholdLearnersPercent());
    }

    @Bean
    Publication publication() {
        return new PlanningPublication();
    }

    @Bean
    Consumption classFacts() {
        return Heard.ofClasses();
    }

    @Bean
    Consumption enrollmentFacts() {
        return Heard.ofEnrollment();
    }

    @Bean
    Consumption ownFacts() {
        return Heard.ofPlanning();
    }

    @Bean
    Menu menu() {
        return Menu.empty()
                .with("plans", "/plans", "table", Readers.all())
                .with("approvals", "/approvals", "check2-square", Readers.deciders())
                .with("amendments", "/amendments", "pencil", Readers.wholeSchool())
                .with("offPlan", "/off-plan", "inbox", Readers.offPlan())
                .with("unfulfilled", "/unfulfilled", "x-circle", Readers.all())
                .with("yearClose", "/year-close", "calendar-check", Readers.wholeSchool());
    }

    @Bean
    Tones tones() {
        return Tones.none()
                .good("ALLOCATED", "FULFILLED", "OPENED", "HOLDS")
                .info("SUBMITTED", "APPROVED", "IN_PROGRESS", "GRANTED", "ENDORSED")
                .warn(
                        "REQUESTED",
                        "ASSESSED",
                        "CONSULTED",
                        "REPORTED",
                        "DRAFT",
                        "PARTLY_FULFILLED",
                        "AWAITING",
                        "RETURNED",
                        "OPEN",
                        "PROPOSED",
                        "OUTDATED")
                .bad("UNFULFILLED", "DENIED", "GIVEN_UP", "BROKEN", "REJECTED", "REMOVED");
    }
}
