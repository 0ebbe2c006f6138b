package vn.hocvu.planning.messages.consumed;

import java.util.List;
import vn.hocvu.planning.messages.consumed.classes.ClassCancelled;
import vn.hocvu.planning.messages.consumed.classes.ClassEnded;
import vn.hocvu.planning.messages.consumed.classes.ClassOpened;
import vn.hocvu.planning.messages.consumed.classes.ClassProposed;
import vn.hocvu.planning.messages.consumed.enrollment.PlaceEnded;
import vn.hocvu.planning.messages.consumed.enrollment.PlaceTaken;
import vn.hocvu.planning.messages.consumed.planning.OffPlanApproved;
import vn.hocvu.platform.eventstream.ConsumedType;
import vn.hocvu.platform.eventstream.Consumption;

/** What planning hears of the other services. */
public final class Heard {
    private Heard() {}

    public static Consumption ofClasses() {
        return new Consumption(
                "hocvu.class.events.v1",
                List.of(
                        fromClass("ClassProposed", ClassProposed.class),
                        fromClass("ClassOpened", ClassOpened.class),
                        fromClass("ClassCancelled", ClassCancelled.class),
                        fromClass("ClassGraduated", ClassEnded.class),
                        fromClass("ClassClosed", ClassEnded.class),
                        fromClass("ClassTerminated", ClassEnded.class)));
    }

    public static Consumption ofEnrollment() {
        return new Consumption(
                "hocvu.enrollment.events.v1",
                List.of(
                        fromEnrollment("LearnerEnrolled", PlaceTaken.class),
                        fromEnrollment("LearnerWithdrawn", PlaceEnded.class),
                        fromEnrollment("LearnerExpelled", PlaceEnded.class),
                        fromEnrollment("LearnerDeferred", PlaceEnded.class),
                        fromEnrollment("LearnerDeceased", PlaceEnded.class),
                        fromEnrollment("LearnerTransferredOut", PlaceEnded.class),
                        fromEnrollment("LearnerReleased", PlaceEnded.class)));
    }

    /** What one of planning's own aggregates has to know of another. */
    public static Consumption ofPlanning() {
        return new Consumption(
                "hocvu.planning.events.v1",
                List.of(new ConsumedType<>("vn.hocvu.planning.OffPlanApproved.v1", OffPlanApproved.class)));
    }

    private static <T> ConsumedType<T> fromClass(String type, Class<T> body) {
        return new ConsumedType<>("vn.hocvu.class." + type + ".v1", body);
    }

    private static <T> ConsumedType<T> fromEnrollment(String type, Class<T> body) {
        return new ConsumedType<>("vn.hocvu.enrollment." + type + ".v1", body);
    }
}
