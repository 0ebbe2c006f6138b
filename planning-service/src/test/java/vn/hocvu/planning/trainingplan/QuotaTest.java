package vn.hocvu.planning.trainingplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hocvu.planning.trainingplan.PlanRefusal.QuotaInvalid;

class QuotaTest {
    @Test
    void learnersFollowFromTheSizeOfAClass() {
        var quota = Quota.ofSize(3, 70);

        assertThat(quota.learners()).isEqualTo(210);
        assertThat(quota.learnersOf(2)).isEqualTo(140);
        assertThat(quota.isAmbiguous()).isFalse();
    }

    @Test
    void withoutASizeClassesShareTheLearners() {
        assertThat(Quota.explicit(3, 200).learnersOf(1)).isEqualTo(66);
        assertThat(Quota.explicit(3, 200).learnersOf(3)).isEqualTo(200);
    }

    @Test
    void anAmbiguousNumberGivesNoLearners() {
        var quota = Quota.ambiguous(12, 2_806, List.of(new QuotaReading(ReadingScope.GRAND_TOTAL, 996)));

        assertThat(quota.learners()).isNull();
        assertThat(quota.learnersOf(12)).isZero();
        assertThat(quota.isAmbiguous()).isTrue();
    }

    @Test
    void aQuotaHasClassesAndLearners() {
        refused(() -> Quota.explicit(0, 80));
        refused(() -> Quota.explicit(1_001, 80));
        refused(() -> Quota.explicit(1, 0));
        refused(() -> new Quota(1, null, null, LearnersScope.EXPLICIT, null, List.of()));
        refused(() -> Quota.ofSize(1, 0));
    }

    @Test
    void sizeAndSumAgree() {
        refused(() -> new Quota(3, 200, 70, LearnersScope.EXPLICIT, null, List.of()));
        assertThat(new Quota(3, 210, 70, LearnersScope.EXPLICIT, null, List.of()).learners())
                .isEqualTo(210);
    }

    @Test
    void aNumberIsEitherExplicitOrAmbiguous() {
        refused(() -> new Quota(3, 210, null, LearnersScope.EXPLICIT, 210, List.of()));
        refused(() -> new Quota(3, 210, null, LearnersScope.AMBIGUOUS, 210, List.of()));
        refused(() -> new Quota(3, null, null, LearnersScope.AMBIGUOUS, null, List.of()));
        refused(() -> new QuotaReading(ReadingScope.CATEGORY_ONLY, 0));
        refused(() -> new AmbiguousFigure(Sample.SCHOOL, 0, List.of()));
    }

    private static void refused(Runnable wrong) {
        assertThatThrownBy(wrong::run).isInstanceOf(QuotaInvalid.class);
    }
}
