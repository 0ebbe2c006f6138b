package vn.hocvu.enrollment.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.enrollment.classintake.EveryIntakeFact;
import vn.hocvu.enrollment.learner.EveryLearnerFact;
import vn.hocvu.enrollment.messages.consumed.classes.ClassCancelled;
import vn.hocvu.enrollment.messages.consumed.classes.ClassClosed;
import vn.hocvu.enrollment.messages.consumed.classes.ClassGraduated;
import vn.hocvu.enrollment.messages.consumed.classes.ClassOpened;
import vn.hocvu.enrollment.messages.consumed.classes.ClassTerminated;
import vn.hocvu.enrollment.messages.consumed.classes.RecruitingExtended;
import vn.hocvu.enrollment.messages.consumed.classes.RecruitingStarted;
import vn.hocvu.enrollment.messages.consumed.classes.TeachingCompleted;
import vn.hocvu.enrollment.messages.consumed.enrollment.EnrollmentCompleted;
import vn.hocvu.enrollment.messages.consumed.enrollment.LearnerEnrolled;
import vn.hocvu.enrollment.messages.consumed.enrollment.PlaceEnded;
import vn.hocvu.enrollment.messages.published.EnrollmentPublication;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.testkit.Contracts;

class ContractTest {
    private final JsonMapper json = StoredJson.mapper();

    @Test
    void everyFactIsToldAsItsSampleShows() {
        Contracts.producer("enrollment", new EnrollmentPublication())
                .publishes(Stream.concat(EveryIntakeFact.all().stream(), EveryLearnerFact.all().stream())
                        .toList());
    }

    @Test
    void everyFactIsReadBackFromTheStoreAsItWasWritten() {
        Stream.concat(EveryIntakeFact.all().stream(), EveryLearnerFact.all().stream())
                .forEach(fact -> assertThat((Object) json.readValue(json.writeValueAsString(fact), fact.getClass()))
                        .isEqualTo(fact));
    }

    @Test
    void whatIsReadOfClassesIsWhatClassServiceTells() {
        var started = Contracts.consumer("class", "RecruitingStarted", 1).readBy(RecruitingStarted.class);

        assertThat(started.seats().count()).isEqualTo(88);
        Contracts.consumer("class", "RecruitingExtended", 1).readBy(RecruitingExtended.class);
        Contracts.consumer("class", "ClassOpened", 1).readBy(ClassOpened.class);
        Contracts.consumer("class", "TeachingCompleted", 1).readBy(TeachingCompleted.class);
        Contracts.consumer("class", "ClassGraduated", 1).readBy(ClassGraduated.class);
        Contracts.consumer("class", "ClassClosed", 1).readBy(ClassClosed.class);
        Contracts.consumer("class", "ClassCancelled", 1).readBy(ClassCancelled.class);
        Contracts.consumer("class", "ClassTerminated", 1).readBy(ClassTerminated.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LearnerWithdrawn",
                "LearnerExpelled",
                "LearnerDeferred",
                "LearnerDeceased",
                "LearnerTransferredOut",
                "LearnerReleased",
                "WaitlistLeft"
            })
    void everyWayOutIsReadAsAnEndedPlace(String type) {
        assertThat(Contracts.consumer("enrollment", type, 1).readBy(PlaceEnded.class))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"LearnerEnrolled", "EnrollmentCompleted"})
    void ownFactsAreReadAsTheyAreTold(String type) {
        var consumer = Contracts.consumer("enrollment", type, 1);

        if (type.equals("LearnerEnrolled")) {
            assertThat(consumer.readBy(LearnerEnrolled.class).document()).isNotNull();
        } else {
            assertThat(consumer.readBy(EnrollmentCompleted.class).outcome()).isNotNull();
        }
    }
}
