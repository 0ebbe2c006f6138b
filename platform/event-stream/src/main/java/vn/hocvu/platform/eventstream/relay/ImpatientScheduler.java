package vn.hocvu.platform.eventstream.relay;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/**
 * The processor's coordinator looks again after 100 ms when its queue of 1,024 events is full; the relay empties that
 * queue in a fraction of it and would stand idle for the rest. Here it looks again after 2 ms.
 */
final class ImpatientScheduler extends ScheduledThreadPoolExecutor {
    private static final long QUEUE_FULL = 100;
    private static final long SOON = 2;

    ImpatientScheduler(String name) {
        super(1, new AxonThreadFactory(name));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return delay == QUEUE_FULL && unit == TimeUnit.MILLISECONDS
                ? super.schedule(command, SOON, unit)
                : super.schedule(command, delay, unit);
    }
}
