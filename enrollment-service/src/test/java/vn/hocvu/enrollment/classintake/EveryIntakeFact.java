package vn.hocvu.enrollment.classintake;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.testkit.Contracts;

/** One example of every fact of an intake, as the samples in docs/events show it. */
public final class EveryIntakeFact {
    private static final JsonMapper JSON = StoredJson.mapper();

    private EveryIntakeFact() {}

    public static List<IntakeEvent> all() {
        return Stream.of(IntakeEvent.class.getDeclaredClasses())
                .filter(Class::isRecord)
                .map(type ->
                        (IntakeEvent) JSON.readValue(Contracts.sample("enrollment", type.getSimpleName(), 1), type))
                .toList();
    }
}
