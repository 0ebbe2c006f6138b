package vn.hocvu.platform.eventstream;

import java.util.List;

/** What a service reads of one topic; other types are skipped and counted. */
public record Consumption(String topic, List<ConsumedType<?>> types) {

    public Consumption {
        types = List.copyOf(types);
    }
}
