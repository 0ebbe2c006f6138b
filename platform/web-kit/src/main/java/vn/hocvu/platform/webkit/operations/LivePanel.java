package vn.hocvu.platform.webkit.operations;

import java.util.List;
import java.util.Map;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.OperationsPanel;
import vn.hocvu.platform.webkit.live.SseHub;

/** How many live pages this replica serves. */
final class LivePanel implements OperationsPanel {
    private final SseHub hub;
    private final Formats formats;

    LivePanel(SseHub hub, Formats formats) {
        this.hub = hub;
        this.formats = formats;
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public List<String> columns() {
        return List.of("value");
    }

    @Override
    public List<Line> lines() {
        return List.of(new Line("SSE", Map.of("value", formats.number(hub.viewers())), "plain", List.of()));
    }

    @Override
    public int order() {
        return 300;
    }
}
