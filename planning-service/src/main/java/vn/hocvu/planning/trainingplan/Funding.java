package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/**
 * Who pays for the classes of an item.
 *
 * @param orgId the paying organisation; must be named for a district's or an agency's money
 */
public record Funding(FundingSource source, @Nullable OrgId orgId) {
    public Funding {
        if (source.namesPayer() && orgId == null) {
            throw new Malformed("fundingOrgId", "the organisation that pays, for " + source, "");
        }
    }
}
