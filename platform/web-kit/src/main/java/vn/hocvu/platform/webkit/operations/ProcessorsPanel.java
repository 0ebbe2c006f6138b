package vn.hocvu.platform.webkit.operations;

import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.OperationsPanel;

/** What reads the service's own events, how far it is, and whether it keeps up. */
final class ProcessorsPanel implements OperationsPanel {
    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final Formats formats;

    ProcessorsPanel(ObjectProvider<EventProcessingConfiguration> processing, Formats formats) {
        this.processing = processing;
        this.formats = formats;
    }

    @Override
    public String name() {
        return "processors";
    }

    @Override
    public List<String> columns() {
        return List.of("state", "position", "lag");
    }

    @Override
    public List<Line> lines() {
        return processing.stream()
                .flatMap(c -> c.eventProcessors().entrySet().stream())
                .sorted(Map.Entry.comparingByKey())
                .map(e -> line(e.getKey(), e.getValue()))
                .toList();
    }

    private Line line(String name, EventProcessor processor) {
        var segments = processor instanceof StreamingEventProcessor streaming
                ? List.copyOf(streaming.processingStatus().values())
                : List.<EventTrackerStatus>of();
        var position = segments.stream()
                .mapToLong(s -> s.getCurrentPosition().orElse(-1))
                .max();
        var failing = processor.isError() || segments.stream().anyMatch(EventTrackerStatus::isErrorState);
        var caughtUp = segments.stream().allMatch(EventTrackerStatus::isCaughtUp);
        var tone = failing || !processor.isRunning() ? "error" : caughtUp ? "ok" : "warning";
        return new Line(
                name,
                Map.of(
                        "state", processor.isRunning() ? (failing ? "retrying" : "running") : "stopped",
                        "position",
                                position.isPresent() && position.getAsLong() >= 0
                                        ? formats.number(position.getAsLong())
                                        : "–",
                        "lag", segments.isEmpty() ? "–" : caughtUp ? "0" : "> 0"),
                tone,
                processor.isRunning() ? List.of() : List.of("restart"));
    }

    @Override
    public void act(String action, String key, String reason) {
        if (!action.equals("restart")) {
            throw new NotFound("action " + action);
        }
        processing.stream()
                .flatMap(c -> c.eventProcessors().entrySet().stream())
                .filter(e -> e.getKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("processor " + key))
                .getValue()
                .start();
    }

    @Override
    public int order() {
        return 10;
    }
}
