package vn.hocvu.reporting.publishedfigure;

import org.jspecify.annotations.Nullable;

/** What a class or plan item can be told apart by. */
public interface Dimensions {
    @Nullable
    String classType();

    @Nullable
    String category();

    @Nullable
    String fundingSource();

    @Nullable
    String fundingOrgId();

    @Nullable
    String venueType();

    @Nullable
    String venueId();

    @Nullable
    String requesterOrgId();
}
