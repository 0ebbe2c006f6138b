package vn.hocvu.reporting.views.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;
import vn.hocvu.reporting.messages.consumed.Heard;

/** Every fact of the three departments, one row each under its own id. */
public final class JournalView implements View<Heard, JournalRow> {
    /** Name of the view. */
    public static final String NAME = "journal";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<JournalRow> rowType() {
        return JournalRow.class;
    }

    @Override
    public Class<Heard> factType() {
        return Heard.class;
    }

    @Override
    public ViewSource source() {
        return ViewSource.TOPICS;
    }

    @Override
    public Set<String> keys(Fact<Heard> fact) {
        return Set.of(fact.eventId());
    }

    @Override
    public JournalRow empty(String key) {
        return JournalRow.empty(key);
    }

    @Override
    public JournalRow after(JournalRow row, Fact<Heard> fact) {
        return Entries.of(fact, fact.body());
    }

    @Override
    public Map<String, Object> index(JournalRow row) {
        return Entries.index(row);
    }

    @Override
    public List<List<Sort>> indexes() {
        return Entries.indexes();
    }
}
