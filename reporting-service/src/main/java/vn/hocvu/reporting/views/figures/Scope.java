package vn.hocvu.reporting.views.figures;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.views.ledger.ClassRow;
import vn.hocvu.reporting.views.planbook.ItemTerms;

/** Which classes and items a figure is about; what is absent is not limited. */
public record Scope(
        @Nullable String classType,
        @Nullable String category,
        @Nullable String fundingSource,
        @Nullable String fundingOrgId,
        @Nullable String venueType,
        @Nullable String venueId,
        @Nullable String requesterOrgId) {

    /** The group of short courses for Party and mass organisation work. */
    public static final String PARTY_AND_MASS_WORK = "PARTY_AND_MASS_WORK";

    private static final Set<String> GROUP = Set.of("PARTY_WORK", "MASS_ORGANIZATION_WORK");

    public static final Scope ALL = new Scope(null, null, null, null, null, null, null);

    public static Scope classType(String classType) {
        return new Scope(classType, null, null, null, null, null, null);
    }

    /** The same scope, for one funding source and type of venue. */
    public Scope with(@Nullable String funding, @Nullable String typeOfVenue) {
        return new Scope(classType, category, funding, fundingOrgId, typeOfVenue, venueId, requesterOrgId);
    }

    boolean covers(ClassRow row) {
        return matches(classType, row.classType())
                && matchesCategory(row.category())
                && matches(fundingSource, row.fundingSource())
                && matches(fundingOrgId, row.fundingOrgId())
                && matches(venueType, row.venueType())
                && matches(venueId, row.venueId())
                && matches(requesterOrgId, row.requesterOrgId());
    }

    boolean covers(ItemTerms item) {
        return matches(classType, item.classType())
                && matchesCategory(item.category())
                && matches(fundingSource, item.fundingSource())
                && matches(fundingOrgId, item.fundingOrgId())
                && matches(venueType, item.venueType())
                && matches(venueId, item.venueId())
                && matches(requesterOrgId, item.requesterOrgId());
    }

    private boolean matchesCategory(@Nullable String actual) {
        return PARTY_AND_MASS_WORK.equals(category)
                ? actual != null && GROUP.contains(actual)
                : matches(category, actual);
    }

    private static boolean matches(@Nullable String wanted, @Nullable String actual) {
        return wanted == null || Objects.equals(wanted, actual);
    }
}
