package vn.hocvu.reporting.views.journal;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.reporting.messages.consumed.Heard;

/** Every fact of reporting itself: what was published, where it differs, what was said about it. */
public final class OwnJournalView implements View<Object, JournalRow> {
    /** Name of the view. */
    public static final String NAME = "own-journal";

    private static final JsonMapper JSON = StoredJson.mapper();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<JournalRow> rowType() {
        return JournalRow.class;
    }

    @Override
    public Class<Object> factType() {
        return Object.class;
    }

    @Override
    public Set<String> keys(Fact<Object> fact) {
        return Set.of(fact.eventId());
    }

    @Override
    public JournalRow empty(String key) {
        return JournalRow.empty(key);
    }

    @Override
    public JournalRow after(JournalRow row, Fact<Object> fact) {
        return Entries.of(fact, new Heard(JSON.<JsonNode>valueToTree(fact.body())));
    }

    @Override
    public Map<String, Object> index(JournalRow row) {
        return Entries.index(row);
    }
}
