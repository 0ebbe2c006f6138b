package vn.hocvu.enrollment.vault;

import java.util.Collection;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.platform.eventstore.Actor;

/** The trail of who looked at whose personal data; only added to. */
public interface PersonalDataViews {
    /**
     * Records that somebody is being shown people, before they are shown.
     *
     * @param purpose where they are shown, for example {@code roll}
     */
    void record(Actor viewer, String purpose, Collection<LearnerId> shown);
}
