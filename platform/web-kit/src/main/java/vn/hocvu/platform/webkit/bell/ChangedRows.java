package vn.hocvu.platform.webkit.bell;

import org.springframework.context.event.EventListener;
import vn.hocvu.platform.viewstore.ViewsAdvanced;

/** What waits for people is read from rows, so changed rows ring. */
final class ChangedRows {
    private final LiveBells bells;

    ChangedRows(LiveBells bells) {
        this.bells = bells;
    }

    @EventListener
    @SuppressWarnings("UnusedVariable") // whatever has changed
    void on(ViewsAdvanced advanced) {
        bells.changed();
    }
}
