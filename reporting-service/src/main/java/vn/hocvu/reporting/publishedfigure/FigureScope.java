package vn.hocvu.reporting.publishedfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of the school's work that a figure speaks of; a dimension left open means all of it.
 *
 * @param category one category, or the group {@value #PARTY_AND_MASS_WORK}
 */
public record FigureScope(
        @Nullable String classType,
        @Nullable String category,
        @Nullable String fundingSource,
        @Nullable String fundingOrgId,
        @Nullable String venueType,
        @Nullable String venueId,
        @Nullable String requesterOrgId) {
    /** Party work and mass organisation work together. */
    public static final String PARTY_AND_MASS_WORK = "PARTY_AND_MASS_WORK";

    /** Everything. */
    public static final FigureScope ALL = new FigureScope(null, null, null, null, null, null, null);

    private static final Set<String> CLASS_TYPES = Set.of("TC_LLCT", "CC_LLCT", "SC_LLCT", "BOI_DUONG");
    private static final Set<String> GROUP = Set.of("PARTY_WORK", "MASS_ORGANIZATION_WORK");
    private static final Set<String> CATEGORIES =
            Set.of("THEORY", "PARTY_WORK", "MASS_ORGANIZATION_WORK", PARTY_AND_MASS_WORK);
    private static final Set<String> FUNDING =
            Set.of("CITY_BUDGET", "CENTRAL_BUDGET", "DISTRICT_BUDGET", "AGENCY", "SELF_FUNDED");
    private static final Set<String> VENUE_TYPES = Set.of("SCHOOL", "CENTER");
    private static final String ID = "[a-z0-9-]{1,60}";

    public FigureScope {
        require("classType", classType, CLASS_TYPES);
        require("category", category, CATEGORIES);
        require("fundingSource", fundingSource, FUNDING);
        require("venueType", venueType, VENUE_TYPES);
        requireId("fundingOrgId", fundingOrgId);
        requireId("venueId", venueId);
        requireId("requesterOrgId", requesterOrgId);
    }

    private static void require(String dimension, @Nullable String value, Set<String> known) {
        if (value != null && !known.contains(value)) {
            throw new FigureRefusal.ScopeInvalid(dimension, value);
        }
    }

    private static void requireId(String dimension, @Nullable String value) {
        if (value != null && !value.matches(ID)) {
            throw new FigureRefusal.ScopeInvalid(dimension, value);
        }
    }

    /** Everything of one class type. */
    public static FigureScope ofType(@Nullable String classType) {
        return new FigureScope(classType, null, null, null, null, null, null);
    }

    /** The part of this scope at one kind of venue under one kind of funding. */
    public FigureScope at(@Nullable String venue, @Nullable String funding) {
        return new FigureScope(classType, category, funding, fundingOrgId, venue, venueId, requesterOrgId);
    }

    /** The part of this scope of one class type. */
    public FigureScope type(@Nullable String type) {
        return new FigureScope(type, category, fundingSource, fundingOrgId, venueType, venueId, requesterOrgId);
    }

    /** True if the class or item belongs to it. */
    public boolean has(Dimensions one) {
        return fits(classType, one.classType())
                && (fits(category, one.category()) || inGroup(one.category()))
                && fits(fundingSource, one.fundingSource())
                && fits(fundingOrgId, one.fundingOrgId())
                && fits(venueType, one.venueType())
                && fits(venueId, one.venueId())
                && fits(requesterOrgId, one.requesterOrgId());
    }

    private boolean inGroup(@Nullable String one) {
        return PARTY_AND_MASS_WORK.equals(category) && one != null && GROUP.contains(one);
    }

    private static boolean fits(@Nullable String wanted, @Nullable String is) {
        return wanted == null || wanted.equals(is);
    }

    /** The dimensions that are not left open, in a fixed order. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "classType", classType);
        put(parts, "category", category);
        put(parts, "fundingSource", fundingSource);
        put(parts, "fundingOrgId", fundingOrgId);
        put(parts, "venueType", venueType);
        put(parts, "venueId", venueId);
        put(parts, "requesterOrgId", requesterOrgId);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.put(name, value);
        }
    }

    /** The scope as one word, part of a figure's id. */
    String word() {
        return parts().isEmpty()
                ? "all"
                : parts().entrySet().stream()
                        .map(part -> part.getKey().equals("classType")
                                ? part.getValue()
                                : part.getKey() + "." + part.getValue())
                        .collect(Collectors.joining("-"));
    }
}
