package vn.hocvu.reporting.publishedfigure;

import java.time.LocalDate;

/** The business date of this moment, local to Asia/Ho_Chi_Minh. */
@FunctionalInterface
public interface Today {
    LocalDate date();
}
