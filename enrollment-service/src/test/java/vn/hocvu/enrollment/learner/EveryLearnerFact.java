package vn.hocvu.enrollment.learner;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.testkit.Contracts;

/** One example of every fact of a learner, as the samples in docs/events show it. */
public final class EveryLearnerFact {
    private static final JsonMapper JSON = StoredJson.mapper();

    private EveryLearnerFact() {}

    public static List<LearnerEvent> all() {
        return Stream.of(LearnerEvent.class.getDeclaredClasses())
                .filter(Class::isRecord)
                .map(type ->
                        (LearnerEvent) JSON.readValue(Contracts.sample("enrollment", type.getSimpleName(), 1), type))
                .toList();
    }
}
