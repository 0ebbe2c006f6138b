package vn.hocvu.enrollment.messages.consumed.enrollment;

import java.util.List;
import vn.hocvu.platform.eventstream.ConsumedType;
import vn.hocvu.platform.eventstream.Consumption;

/** Which of its own messages enrollment reads. */
public final class OwnMessages {
    private OwnMessages() {}

    public static Consumption consumption() {
        return new Consumption(
                "hocvu.enrollment.events.v1",
                List.of(
                        read("LearnerEnrolled", LearnerEnrolled.class),
                        read("EnrollmentCompleted", EnrollmentCompleted.class),
                        read("LearnerWithdrawn", PlaceEnded.class),
                        read("LearnerExpelled", PlaceEnded.class),
                        read("LearnerDeferred", PlaceEnded.class),
                        read("LearnerDeceased", PlaceEnded.class),
                        read("LearnerTransferredOut", PlaceEnded.class),
                        read("LearnerReleased", PlaceEnded.class),
                        read("WaitlistLeft", PlaceEnded.class)));
    }

    private static <T> ConsumedType<T> read(String type, Class<T> body) {
        return new ConsumedType<>("vn.hocvu.enrollment." + type + ".v1", body);
    }
}
