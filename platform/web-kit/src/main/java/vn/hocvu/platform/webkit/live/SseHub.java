package vn.hocvu.platform.webkit.live;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Pushes what changes to open pages. A viewer hears the full state first and differences after it, each with an id; a
 * broken connection resumes after the last id heard, or with the full state if that lies too far back.
 */
public interface SseHub {
    /** Thrown by whoever has a say about each difference when the viewer is to hear nothing more. */
    final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Opens the stream of the current request.
     *
     * @param channel what to listen to; everybody on a channel hears the same
     * @param event   name under which the full state is sent, for example {@code state}
     * @param full    the full state: text is sent as it is, anything else as JSON
     */
    default SseEmitter open(String channel, String event, Supplier<?> full) {
        return open(channel, event, full, (name, data) -> data);
    }

    /**
     * As {@link #open(String, String, Supplier)}, with a say about each difference.
     *
     * @param each given event and data, what this viewer is told instead; nothing if it is not for this viewer; ends
     *             the stream by {@link Over}
     */
    SseEmitter open(String channel, String event, Supplier<?> full, BiFunction<String, Object, @Nullable Object> each);

    /**
     * As {@link #open(String, String, Supplier, BiFunction)}, for what stands on every page: the stream that the same
     * session had on the channel ends, because its page has been left, though the connection may not know it yet.
     */
    SseEmitter openAlone(
            String channel, String event, Supplier<?> full, BiFunction<String, Object, @Nullable Object> each);

    /** Tells all viewers of the channel, each of them in this order. */
    void publish(String channel, String event, Object data);

    /**
     * Tells all viewers the newest state of something that may change often: at once, then at most twice a second per
     * viewer, skipping what was overtaken.
     *
     * @param key what the data is the newest state of
     */
    void publishLatest(String channel, String event, String key, Object data);

    /** Open streams of this replica. */
    int viewers();
}
