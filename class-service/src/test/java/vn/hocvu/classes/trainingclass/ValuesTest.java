package vn.hocvu.classes.trainingclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.hocvu.classes.trainingclass.Sample.*;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocvu.classes.trainingclass.ClassCommand.*;

class ValuesTest {
    @ParameterizedTest
    @CsvSource({
        "2015-09-01, 268-2010",
        "2016-04-21, 1855-2016",
        "2019-04-23, 1855-2016",
        "2019-05-01, 1855-2016",
        "2019-05-02, 2252-2019",
        "2019-05-14, 2252-2019",
        "2020-12-08, 2252-2019",
        "2021-12-21, 6468-2021"
    })
    void theGradingSchemeIsThatOfTheOpeningDay(LocalDate openedOn, String scheme) {
        assertThat(RuleSets.inForceOn(openedOn).grading()).isEqualTo(scheme);
        assertThat(RuleSets.inForceOn(openedOn).absence()).isEqualTo("ABS-2010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tc-2020-01", "TC 2020", "TC-2020-01-", "TC-2020-01-02-03-04-05"})
    void aClassCodeIsShortAndPlain(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassCode(code))
                .withMessageContaining("class code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "20-01", "2020-", "2020-01-02"})
    void aPlanItemNamesItsYear(String item) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanItemId(item));
    }

    @Test
    void aClassIsWhoItsTypeYearAndCodeSay() {
        var code = new ClassCode("TC-2020-04");

        assertThat(ClassId.of(ClassType.TC_LLCT, 2020, code))
                .isEqualTo(Sample.propose().classId());
        assertThat(ClassId.of(ClassType.SC_LLCT, 2020, code)).isNotEqualTo(Sample.CLASS);
        assertThat(ClassId.of(ClassType.TC_LLCT, 2021, code)).isNotEqualTo(Sample.CLASS);
        assertThat(Sample.CLASS.value()).hasSize(36);
    }

    @Test
    void aPaperMayLackItsSignerButNothingElse() {
        assertThat(new DocumentRef(DocumentType.NOTICE, "1", MAY_5, "Trường", "").signer())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentRef(DocumentType.NOTICE, "", MAY_5, "Trường", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentRef(DocumentType.NOTICE, "1", MAY_5, "Trường", "x".repeat(201)));
    }

    @Test
    void countsStayWithinWhatAClassCanHold() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Seats(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Seats(501));
        assertThatIllegalArgumentException().isThrownBy(() -> new Headcount(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Headcount(501));
        assertThatIllegalArgumentException().isThrownBy(() -> new RollVersion(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RollVersion(1_000_001));
        assertThatExceptionOfType(ClassRefusal.PeriodsInvalid.class).isThrownBy(() -> new Periods(0));
        assertThatExceptionOfType(ClassRefusal.PeriodsInvalid.class).isThrownBy(() -> new Periods(5_001));
    }

    @Test
    void wordsAreThereAndNotANovel() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClassId(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new LearnerId("x".repeat(65)));
        assertThat(new OrgId("ba-vi")).hasToString("ba-vi");
        assertThat(new LearnerId("l1")).hasToString("l1");
        assertThat(new Cohort("K70")).hasToString("K70");
        assertThat(new CurriculumVersion("TC-1056")).hasToString("TC-1056");
    }

    @Test
    void anotherReasonIsExplainedInWords() {
        assertThatExceptionOfType(ClassRefusal.ReasonMissing.class)
                .isThrownBy(() -> new Reason(ReasonCode.OTHER, null))
                .satisfies(r -> assertThat(r.values()).containsEntry("reasonCode", ReasonCode.OTHER));
        assertThatExceptionOfType(ClassRefusal.ReasonMissing.class).isThrownBy(() -> new Reason(ReasonCode.OTHER, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reason(ReasonCode.OTHER, "x".repeat(501)));
        assertThat(new Reason(ReasonCode.OTHER, "lũ lụt").text()).isEqualTo("lũ lụt");
    }

    @Test
    void aGraduateHasABandOfAtLeastAverage() {
        var learner = new LearnerId("l1");

        assertThatIllegalArgumentException().isThrownBy(() -> new LearnerOutcome(learner, Result.GRADUATED, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new LearnerOutcome(learner, Result.GRADUATED, Band.WEAK));
        assertThat(new LearnerOutcome(learner, Result.NOT_GRADUATED, Band.WEAK).band())
                .isEqualTo(Band.WEAK);
        assertThatIllegalArgumentException().isThrownBy(() -> new GraduationCounts(2, 2, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({"TC_LLCT, TC-1056, 1056", "BOI_DUONG, BD-40, 40", "CC_LLCT, CC, ", "SC_LLCT, SC, "})
    void everyTypeHasItsUsualCurriculum(ClassType type, String curriculum, @Nullable Integer periods) {
        var usual = Curriculum.usualFor(type);

        assertThat(usual.value()).isEqualTo(curriculum);
        assertThat(Curriculum.periods(usual).map(Periods::count).orElse(null)).isEqualTo(periods);
        Curriculum.requireDelivered(usual, new Periods(1_056));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void phasesKnowWhetherTheClassWasOpenedAndHasEnded(Phase phase) {
        assertThat(phase.wasOpened())
                .isEqualTo(!List.of(Phase.PROPOSED, Phase.RECRUITING, Phase.READY, Phase.CANCELLED)
                        .contains(phase));
        assertThat(phase.hasEnded())
                .isEqualTo(List.of(Phase.GRADUATED, Phase.CLOSED, Phase.CANCELLED, Phase.TERMINATED)
                        .contains(phase));
    }

    @Test
    void aProposalIsConsistent() {
        var good = Sample.propose();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed(good, FundingSource.DISTRICT_BUDGET, null, 50, MAY_12))
                .withMessageContaining("DISTRICT_BUDGET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed(good, FundingSource.CITY_BUDGET, new OrgId("ba-vi"), 50, MAY_12));
        assertThatIllegalArgumentException().isThrownBy(() -> changed(good, FundingSource.AGENCY, null, 50, MAY_12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed(good, FundingSource.CITY_BUDGET, null, 89, MAY_12))
                .withMessageContaining("minimum");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed(good, FundingSource.CITY_BUDGET, null, 50, MAY_11))
                .withMessageContaining("planned end");
        assertThat(changed(good, FundingSource.SELF_FUNDED, null, 88, MAY_12)
                        .minLearners()
                        .count())
                .isEqualTo(88);
        assertThat(FundingSource.CENTRAL_BUDGET.needsOrganization()).isFalse();
    }

    @Test
    void everyRefusalNamesTheOffendingValues() {
        assertThat(new ClassRefusal.DocumentMissing("decision").values()).containsEntry("field", "decision");
        assertThat(new ClassRefusal.ClassNotFound("x").values()).containsEntry("classId", "x");
        assertThat(new ClassRefusal.PlanItemNotFound("2020-99").values()).containsEntry("planItemId", "2020-99");
    }

    @Test
    void everyOrderHasItsRoles() {
        assertThat(ClassRights.permitted(Sample.propose()))
                .containsExactlyInAnyOrder("CENTER_ADMIN", "PLANNING_OFFICER");
        assertThat(ClassRights.permitted(new OpenClass(CLASS, DECISION, MAY_12)))
                .containsExactly("SCHOOL_BOARD");
        assertThat(ClassRights.permitted(recordRoll(1, 1))).containsExactly("POLICY");
        for (var step : Step.values()) {
            assertThat(step.roles()).isNotEmpty().doesNotContain("AUDITOR", "LEADERSHIP_VIEWER", "SYS_ADMIN");
        }
    }

    private static ProposeClass changed(
            ProposeClass like, FundingSource source, @Nullable OrgId payer, int minimum, LocalDate end) {
        return new ProposeClass(
                like.classCode(),
                like.planItemId(),
                like.offPlan(),
                like.classType(),
                like.category(),
                like.cohort(),
                like.curriculum(),
                like.studyMode(),
                like.venueId(),
                like.venueType(),
                like.venueOwnerOrgId(),
                source,
                payer,
                like.requesterOrgId(),
                like.plannedLearners(),
                new Headcount(minimum),
                like.seats(),
                like.plannedStart(),
                end,
                like.participatingOrgIds(),
                like.effectiveOn());
    }
}
