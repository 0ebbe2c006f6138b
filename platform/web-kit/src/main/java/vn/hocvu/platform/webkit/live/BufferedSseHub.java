package vn.hocvu.platform.webkit.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.TooMany;

/**
 * Keeps the last messages of each channel for those who come back, and a short queue for each viewer; who does not keep
 * up is let go and comes back by itself. Each viewer is served by one virtual thread, so that a slow one delays nobody.
 */
final class BufferedSseHub implements SseHub, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BufferedSseHub.class);
    private static final int KEPT = 256;
    private static final int QUEUE = 64;
    private static final long HEARTBEAT = Duration.ofSeconds(15).toNanos();
    private static final long PACE = Duration.ofMillis(500).toNanos();

    private final JsonMapper json;
    private final CurrentActor actor;
    private final int most;
    private final int mostPerUser;
    private final String epoch;
    private final Counter evicted;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param epoch tells this run of the service from others, so that ids of another run are not taken for own ones
     */
    BufferedSseHub(JsonMapper json, CurrentActor actor, int most, int mostPerUser, String epoch, MeterRegistry meters) {
        this.json = json;
        this.actor = actor;
        this.most = most;
        this.mostPerUser = mostPerUser;
        this.epoch = epoch;
        this.evicted = Counter.builder("hocvu.live.evicted")
                .description("Viewers let go because they did not keep up")
                .register(meters);
        Gauge.builder("hocvu.live.viewers", viewers, Set::size)
                .description("Open live pages")
                .register(meters);
    }

    private record Message(
            long number, String event, @Nullable String key, Object data) {}

    private static final Message HEARTBEAT_MESSAGE = new Message(-1, "", null, "");

    private static final class Channel {
        private final Deque<Message> recent = new ArrayDeque<>();
        private long last;
    }

    @Override
    public SseEmitter openAlone(
            String channel, String event, Supplier<?> full, BiFunction<String, Object, @Nullable Object> each) {
        var session = session();
        viewers.stream()
                .filter(v -> v.channel.equals(channel) && v.session.equals(session))
                .forEach(Viewer::stop);
        return open(channel, event, full, each);
    }

    @Override
    public SseEmitter open(
            String channel, String event, Supplier<?> full, BiFunction<String, Object, @Nullable Object> each) {
        var user = actor.signedIn() ? actor.get().userId() : "";
        if (closed || viewers.size() >= most) {
            throw new TooMany("live pages", Duration.ofSeconds(30));
        }
        if (viewers.stream().filter(v -> v.user.equals(user)).count() >= mostPerUser) {
            throw new TooMany("live pages of one person", Duration.ofSeconds(30));
        }
        var emitter = new SseEmitter(0L);
        var viewer = new Viewer(emitter, user, session(), each);
        var source = channels.computeIfAbsent(channel, name -> new Channel());
        var missed = new ArrayList<Message>();
        boolean resumed;
        long at;
        synchronized (source) {
            at = source.last;
            resumed = missedSince(lastEventId(), source, missed) && missed.size() < QUEUE / 2;
            viewer.channel = channel;
            if (resumed) {
                missed.forEach(viewer::offer);
            }
            viewers.add(viewer);
        }
        if (!resumed) {
            viewer.first = new Message(at, event, null, Objects.requireNonNull(full.get(), "full state"));
        }
        emitter.onCompletion(viewer::stop);
        emitter.onTimeout(viewer::stop);
        emitter.onError(gone -> viewer.stop());
        Thread.ofVirtual().name("live-" + channel).start(viewer);
        return emitter;
    }

    /** True if everything after that id is still at hand; then it is added to {@code missed}. */
    private boolean missedSince(@Nullable String id, Channel source, List<Message> missed) {
        if (id == null || !id.startsWith(epoch + "-")) {
            return false;
        }
        long heard;
        try {
            heard = Long.parseLong(id.substring(epoch.length() + 1));
        } catch (NumberFormatException e) {
            return false;
        }
        var oldest = source.recent.peekFirst();
        if (heard > source.last || (heard < source.last && (oldest == null || oldest.number() > heard + 1))) {
            return false;
        }
        source.recent.stream().filter(m -> m.number() > heard).forEach(missed::add);
        return true;
    }

    private static @Nullable String lastEventId() {
        var request = request();
        return request == null ? null : request.getHeader("Last-Event-ID");
    }

    /** Empty outside of any. */
    private static String session() {
        var request = request();
        var session = request == null ? null : request.getSession(false);
        return session == null ? "" : session.getId();
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    @Override
    public void publish(String channel, String event, Object data) {
        tell(channel, event, null, data);
    }

    @Override
    public void publishLatest(String channel, String event, String key, Object data) {
        tell(channel, event, key, data);
    }

    private void tell(String channel, String event, @Nullable String key, Object data) {
        var source = channels.computeIfAbsent(channel, name -> new Channel());
        synchronized (source) {
            var message = new Message(++source.last, event, key, data);
            source.recent.addLast(message);
            while (source.recent.size() > KEPT) {
                source.recent.removeFirst();
            }
            for (var viewer : viewers) {
                if (channel.equals(viewer.channel)) {
                    viewer.offer(message);
                }
            }
        }
    }

    @Override
    public int viewers() {
        return viewers.size();
    }

    @Override
    public void close() {
        closed = true;
        viewers.forEach(Viewer::stop);
    }

    private final class Viewer implements Runnable {
        private final SseEmitter emitter;
        private final String user;
        private final String session;
        private final BiFunction<String, Object, @Nullable Object> each;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition something = lock.newCondition();
        private final Deque<Message> queue = new ArrayDeque<>();
        private volatile String channel = "";
        private volatile @Nullable Message first;
        private boolean stopped;
        private long lastPaced = Long.MIN_VALUE / 2;

        Viewer(SseEmitter emitter, String user, String session, BiFunction<String, Object, @Nullable Object> each) {
            this.emitter = emitter;
            this.user = user;
            this.session = session;
            this.each = each;
        }

        void offer(Message message) {
            lock.lock();
            try {
                if (stopped) {
                    return;
                }
                if (message.key() != null) {
                    queue.removeIf(
                            m -> message.key().equals(m.key()) && m.event().equals(message.event()));
                }
                if (queue.size() >= QUEUE) {
                    evicted.increment();
                    stopped = true;
                    queue.clear();
                } else {
                    queue.addLast(message);
                }
                something.signalAll();
            } finally {
                lock.unlock();
            }
        }

        void stop() {
            lock.lock();
            try {
                stopped = true;
                something.signalAll();
            } finally {
                lock.unlock();
            }
            viewers.remove(this);
        }

        @Override
        public void run() {
            try {
                emitter.send(SseEmitter.event().comment("hoc vu").reconnectTime(3_000));
                var full = first;
                if (full != null) {
                    send(full, full.data());
                }
                while (true) {
                    var message = next();
                    if (message == null) {
                        break;
                    }
                    if (message.number() < 0) {
                        emitter.send(SseEmitter.event().comment("still here"));
                        continue;
                    }
                    var data = each.apply(message.event(), message.data());
                    if (data != null) {
                        send(message, data);
                    }
                }
                emitter.complete();
            } catch (Over over) {
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                log.atDebug().setCause(e).log("A viewer has left");
                emitter.completeWithError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.atWarn().setCause(e).log("A viewer could not be told; its page will come back by itself");
                emitter.completeWithError(e);
            } finally {
                stop();
            }
        }

        /** The next message that is due, a heartbeat after silence, or nothing when the viewer is to go. */
        private @Nullable Message next() throws InterruptedException {
            var quiet = System.nanoTime() + HEARTBEAT;
            lock.lock();
            try {
                while (true) {
                    if (stopped) {
                        return null;
                    }
                    var now = System.nanoTime();
                    var message = queue.peekFirst();
                    var due = message == null ? quiet : message.key() == null ? now : lastPaced + PACE;
                    if (message != null && due - now <= 0) {
                        queue.removeFirst();
                        if (message.key() != null) {
                            lastPaced = now;
                        }
                        return message;
                    }
                    if (message == null && quiet - now <= 0) {
                        return HEARTBEAT_MESSAGE;
                    }
                    something.awaitNanos(Math.max(1, due - now));
                }
            } finally {
                lock.unlock();
            }
        }

        private void send(Message message, Object data) throws IOException {
            emitter.send(SseEmitter.event()
                    .id(epoch + "-" + message.number())
                    .name(message.event())
                    .data(data instanceof String text ? text : json.writeValueAsString(data), MediaType.TEXT_PLAIN));
        }
    }
}
