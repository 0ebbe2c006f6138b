package vn.hocvu.enrollment.classintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final LocalDate DAY = LocalDate.of(2020, 10, 26);

    @Test
    void idsAreNeitherBlankNorEndless() {
        var endless = "x".repeat(101);

        assertThatIllegalArgumentException().isThrownBy(() -> new ClassId(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClassId(endless));
        assertThatIllegalArgumentException().isThrownBy(() -> new LearnerId(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new LearnerId(endless));
        assertThatIllegalArgumentException().isThrownBy(() -> new EnrollmentId(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new EnrollmentId(endless));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrgId(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrgId(endless));
        assertThatIllegalArgumentException().isThrownBy(() -> new VenueId(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new VenueId(endless));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanItemId(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanItemId(endless));
        assertThat(List.of(new VenueId("ba-vi"), new PlanItemId("2020-19"), new OrgId("ba-vi")))
                .map(Object::toString)
                .containsExactly("ba-vi", "2020-19", "ba-vi");
        assertThat(new EnrollmentId("place")).hasToString("place");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 401})
    void seatsFitTheLargestHall(int count) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Seats(count)).withMessageContaining("" + count);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeatNumber(count))
                .withMessageContaining("" + count);
    }

    @Test
    void rollVersionsCountUpwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RollVersion(-1));
        assertThat(new RollVersion(3).next()).isEqualTo(new RollVersion(4)).hasToString("4");
        assertThat(new SeatNumber(7)).hasToString("7");
    }

    @Test
    void aDocumentHasANumberAndAnIssuer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentRef(DocumentType.DECISION, " ", DAY, "Trường", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentRef(DocumentType.DECISION, "1", DAY, "x".repeat(201), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentRef(DocumentType.DECISION, "1", DAY, "Trường", ""));
    }

    @Test
    void aReasonIsShortAndOnlyOtherNeedsWords() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Reason(LeavingReason.OTHER, "x".repeat(1001)));
        assertThat(new Reason(LeavingReason.OTHER, null).complete()).isFalse();
        assertThat(new Reason(LeavingReason.OTHER, "sent abroad").complete()).isTrue();
        assertThat(Reason.of(LeavingReason.HEALTH).complete()).isTrue();
    }

    @Test
    void anIntakeNeedsAtLeastOneLearner() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntakeTerms(
                        null,
                        new PlanItemId("2020-19"),
                        ClassType.TC_LLCT,
                        StudyMode.PART_TIME,
                        new VenueId("ba-vi"),
                        new OrgId("ba-vi"),
                        new Seats(10),
                        0,
                        FundingSource.CITY_BUDGET,
                        null,
                        List.of()));
    }

    @Test
    void onlyTheShortCourseEndsWithoutADiploma() {
        assertThat(ClassType.values()).filteredOn(ClassType::endsInDiploma).doesNotContain(ClassType.BOI_DUONG);
        assertThat(ClassType.BOI_DUONG.endsInDiploma()).isFalse();
    }
}
