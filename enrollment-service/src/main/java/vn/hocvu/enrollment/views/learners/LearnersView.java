package vn.hocvu.enrollment.views.learners;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerWaitlisted;
import vn.hocvu.enrollment.classintake.IntakeEvent.RollChanged;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistLeft;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistPromoted;
import vn.hocvu.enrollment.learner.LearnerEvent;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** Every learner, told by both: the learner's own record and the intakes. */
@Component
public class LearnersView implements View<Object, LearnerRow> {
    @Override
    public String name() {
        return "learners";
    }

    @Override
    public Class<LearnerRow> rowType() {
        return LearnerRow.class;
    }

    @Override
    public Class<Object> factType() {
        return Object.class;
    }

    @Override
    public Set<String> keys(Fact<Object> fact) {
        return switch (fact.body()) {
            case LearnerEvent e -> Set.of(e.learnerId().value());
            case RollChanged e -> Set.of(e.learnerId().value());
            case LearnerWaitlisted e -> Set.of(e.learnerId().value());
            case WaitlistPromoted e -> Set.of(e.learnerId().value());
            case WaitlistLeft e -> Set.of(e.learnerId().value());
            default -> Set.of();
        };
    }

    @Override
    public LearnerRow empty(String key) {
        return LearnerRow.empty(key);
    }

    @Override
    public LearnerRow after(LearnerRow row, Fact<Object> fact) {
        return row.after(fact);
    }

    @Override
    public Map<String, Object> index(LearnerRow row) {
        return Map.of("active", row.active(), "orgs", row.orgs(), "classes", row.classes());
    }
}
