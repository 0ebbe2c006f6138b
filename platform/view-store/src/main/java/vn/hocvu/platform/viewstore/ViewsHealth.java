package vn.hocvu.platform.viewstore;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import vn.hocvu.platform.eventstream.health.Degraded;

/** Says whether rows keep up with what happens and whether some of them wait; rows that lag are still shown. */
final class ViewsHealth extends AbstractHealthIndicator {
    private static final double LATE_SECONDS = 10;

    private final List<FeedRunner> feeds;

    ViewsHealth(List<FeedRunner> feeds) {
        super("the state of the views could not be read");
        this.feeds = feeds;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(Degraded.unless(feeds.stream().allMatch(ViewsHealth::well)));
        feeds.forEach(feed ->
                builder.withDetail(feed.name(), new Detail(feed.lagSeconds(), feed.waiting(), feed.knownGeneration())));
    }

    private static boolean well(FeedRunner feed) {
        return feed.waiting() == 0 && feed.lagSeconds() < LATE_SECONDS;
    }

    /** One feed as the operator sees it. */
    record Detail(double lagSeconds, int parkedKeys, int generation) {}
}
