package vn.hocvu.platform.webkit.operations;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.OperationsPanel;

/** The last attempts at something the person had no right to. */
final class DeniedPanel implements OperationsPanel {
    private static final int SHOWN = 50;

    private final DeniedRecords records;
    private final Formats formats;

    DeniedPanel(DeniedRecords records, Formats formats) {
        this.records = records;
        this.formats = formats;
    }

    @Override
    public String name() {
        return "denied";
    }

    @Override
    public List<String> columns() {
        return List.of("actor", "what", "rule", "at");
    }

    @Override
    public List<Line> lines() {
        return records.newest(SHOWN).stream().map(this::line).toList();
    }

    private Line line(DeniedRecords.Attempt one) {
        return new Line(
                Long.toString(one.id()),
                Map.of(
                        "actor", one.actor() + " (" + one.roles() + ")",
                        "what", joined(one.attempt(), one.target()),
                        "rule", joined(one.reason(), one.needed()),
                        "at", formats.time(one.at())),
                "plain",
                List.of());
    }

    private static String joined(String first, @Nullable String second) {
        return second == null ? first : first + " " + second;
    }

    @Override
    public int order() {
        return 200;
    }
}
