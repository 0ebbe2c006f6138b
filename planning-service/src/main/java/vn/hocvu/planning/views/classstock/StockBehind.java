package vn.hocvu.planning.views.classstock;

import java.time.Duration;

/** What the other services told has not been counted in time, so that no carry-over can be stated now. */
public final class StockBehind extends RuntimeException {
    StockBehind(Duration waited) {
        super("class and enrollment facts were not all counted within " + waited);
    }
}
