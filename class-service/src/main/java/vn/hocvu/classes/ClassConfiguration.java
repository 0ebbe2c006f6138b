package vn.hocvu.classes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocvu.classes.messages.consumed.enrollment.EnrollmentFact;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact;
import vn.hocvu.classes.messages.published.ClassMessages;
import vn.hocvu.classes.trainingclass.ClassCommand;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.classes.trainingclass.ClassRefusal;
import vn.hocvu.classes.trainingclass.ClassRights;
import vn.hocvu.classes.trainingclass.Rooms;
import vn.hocvu.classes.trainingclass.TrainingClass;
import vn.hocvu.classes.trainingclass.VenueId;
import vn.hocvu.classes.views.classes.Classes;
import vn.hocvu.classes.views.classes.ClassesView;
import vn.hocvu.classes.views.finalrolls.FinalRollsView;
import vn.hocvu.classes.views.planitems.PlanItemsView;
import vn.hocvu.classes.views.rolls.RollsView;
import vn.hocvu.classes.views.slots.SlotsView;
import vn.hocvu.classes.views.timelines.TimelinesView;
import vn.hocvu.platform.eventstore.Aggregates;
import vn.hocvu.platform.eventstore.CommandRights;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstream.ConsumedType;
import vn.hocvu.platform.eventstream.Consumption;
import vn.hocvu.platform.eventstream.Publication;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Menu;
import vn.hocvu.platform.webkit.RefusalTranslation;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.Tones;

/** What the class service tells the platform about itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClassSettings.class)
public class ClassConfiguration {
    @Bean
    Aggregates aggregates() {
        return Aggregates.of(TrainingClass.class);
    }

    @Bean
    CommandRights commandRights() {
        return command -> command instanceof ClassCommand order ? ClassRights.permitted(order) : java.util.Set.of();
    }

    /** Words on disk are spelled out, so that a renamed class still reads what was stored. */
    @Bean
    EventNames eventNames() {
        return EventNames.builder()
                .add("ClassProposed", 1, ClassEvent.ClassProposed.class)
                .add("SlotGrantNoted", 1, ClassEvent.SlotGrantNoted.class)
                .add("SlotDenialNoted", 1, ClassEvent.SlotDenialNoted.class)
                .add("RecruitingStarted", 1, ClassEvent.RecruitingStarted.class)
                .add("RecruitingExtended", 1, ClassEvent.RecruitingExtended.class)
                .add("RollReceived", 1, ClassEvent.RollReceived.class)
                .add("MinimumMissed", 1, ClassEvent.MinimumMissed.class)
                .add("MinimumOverridden", 1, ClassEvent.MinimumOverridden.class)
                .add("ReadinessConfirmed", 1, ClassEvent.ReadinessConfirmed.class)
                .add("ClassOpened", 1, ClassEvent.ClassOpened.class)
                .add("OpeningCeremonyHeld", 1, ClassEvent.OpeningCeremonyHeld.class)
                .add("TeachingStarted", 1, ClassEvent.TeachingStarted.class)
                .add("ClassSuspended", 1, ClassEvent.ClassSuspended.class)
                .add("ClassResumed", 1, ClassEvent.ClassResumed.class)
                .add("TeachingCompleted", 1, ClassEvent.TeachingCompleted.class)
                .add("FinalRollReceived", 1, ClassEvent.FinalRollReceived.class)
                .add("ClassGraduated", 1, ClassEvent.ClassGraduated.class)
                .add("ClassClosed", 1, ClassEvent.ClassClosed.class)
                .add("ClassCancelled", 1, ClassEvent.ClassCancelled.class)
                .add("ClassTerminated", 1, ClassEvent.ClassTerminated.class)
                .build();
    }

    @Bean
    Publication publication() {
        return new ClassMessages();
    }

    @Bean
    Consumption planning() {
        return consumption("hocvu.planning.events.v1", "planning", PlanningFact.class);
    }

    @Bean
    Consumption enrollment() {
        return consumption("hocvu.enrollment.events.v1", "enrollment", EnrollmentFact.class);
    }

    /** Each record of the family is named like the message it reads. */
    private static Consumption consumption(String topic, String source, Class<?> family) {
        return new Consumption(
                topic,
                Arrays.stream(family.getPermittedSubclasses())
                        .<ConsumedType<?>>map(type ->
                                new ConsumedType<>("vn.hocvu." + source + "." + type.getSimpleName() + ".v1", type))
                        .toList());
    }

    @Bean
    ClassesView classesView() {
        return new ClassesView();
    }

    @Bean
    TimelinesView timelinesView() {
        return new TimelinesView();
    }

    @Bean
    FinalRollsView finalRollsView() {
        return new FinalRollsView();
    }

    @Bean
    RollsView rollsView() {
        return new RollsView();
    }

    @Bean
    SlotsView slotsView() {
        return new SlotsView();
    }

    @Bean
    PlanItemsView planItemsView() {
        return new PlanItemsView();
    }

    @Bean
    Classes classes(Views views) {
        return new Classes(views);
    }

    @Bean
    Rooms rooms(Register register) {
        return venue -> largestRoom(register, venue);
    }

    private static OptionalInt largestRoom(Register register, VenueId venue) {
        var entry = register.find(Register.VENUES, venue.value());
        if (entry.isEmpty() || !(entry.get().attributes().get("rooms") instanceof List<?> rooms)) {
            return OptionalInt.empty();
        }
        return rooms.stream()
                .filter(room -> room instanceof Map<?, ?>)
                .map(room -> ((Map<?, ?>) room).get("capacity"))
                .filter(Number.class::isInstance)
                .mapToInt(capacity -> ((Number) capacity).intValue())
                .max();
    }

    @Bean
    RefusalTranslation refusals() {
        return thrown -> thrown instanceof ClassRefusal refusal
                ? new RefusalTranslation.Refused(refusal.getClass().getSimpleName(), status(refusal), refusal.values())
                : null;
    }

    private static int status(ClassRefusal refusal) {
        return switch (refusal) {
            case ClassRefusal.Malformed r -> 400;
            case ClassRefusal.ReasonMissing r -> 400;
            case ClassRefusal.DocumentMissing r -> 400;
            case ClassRefusal.PeriodsInvalid r -> 400;
            case ClassRefusal.ClassNotFound r -> 404;
            case ClassRefusal.PlanItemNotFound r -> 404;
            case ClassRefusal.VenueNotFound r -> 404;
            case ClassRefusal.RollOutdated r -> 412;
            case ClassRefusal.ClassCodeTaken r -> 409;
            case ClassRefusal.WrongState r -> 409;
            case ClassRefusal.SlotNotGranted r -> 409;
            case ClassRefusal.RoomTooSmall r -> 409;
            case ClassRefusal.RollNotConfirmed r -> 409;
            case ClassRefusal.BelowMinimum r -> 409;
            case ClassRefusal.AboveSeats r -> 409;
            case ClassRefusal.NotReady r -> 409;
            case ClassRefusal.OutsidePlanYear r -> 409;
            case ClassRefusal.TeachingIncomplete r -> 409;
            case ClassRefusal.RollNotFinal r -> 409;
            case ClassRefusal.OutcomesIncomplete r -> 409;
        };
    }

    @Bean
    Menu menu() {
        return Menu.empty()
                .with(
                        "classes",
                        "/classes",
                        "people",
                        "PLANNING_OFFICER",
                        "SCHOOL_BOARD",
                        "CENTER_ADMIN",
                        "DISTRICT_COMMITTEE",
                        "CITY_PROPAGANDA_BOARD",
                        "ADMISSIONS_OFFICER",
                        "FACULTY_HEAD",
                        "AUDITOR")
                .with("decisions", "/decisions", "check2-square", "SCHOOL_BOARD");
    }

    @Bean
    Tones tones() {
        return Tones.none()
                .good("GRADUATED", "CLOSED", "GRANTED", "IN_PROGRESS", "OPENED", "PASSED")
                .info("RECRUITING", "READY", "TAUGHT", "PROPOSED", "PENDING")
                .warn("SUSPENDED", "OPEN_CHECK")
                .bad("CANCELLED", "TERMINATED", "DENIED", "FAILED");
    }
}
