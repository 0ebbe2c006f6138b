package vn.hocvu.enrollment.messages.consumed.classes;

import java.util.List;
import vn.hocvu.platform.eventstream.ConsumedType;
import vn.hocvu.platform.eventstream.Consumption;

/** Which of class-service's messages enrollment reads. */
public final class ClassMessages {
    private ClassMessages() {}

    public static Consumption consumption() {
        return new Consumption(
                "hocvu.class.events.v1",
                List.of(
                        read(RecruitingStarted.class),
                        read(RecruitingExtended.class),
                        read(ClassOpened.class),
                        read(TeachingCompleted.class),
                        read(ClassGraduated.class),
                        read(ClassClosed.class),
                        read(ClassCancelled.class),
                        read(ClassTerminated.class)));
    }

    private static <T> ConsumedType<T> read(Class<T> body) {
        return new ConsumedType<>("vn.hocvu.class." + body.getSimpleName() + ".v1", body);
    }
}
