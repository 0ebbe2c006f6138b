package vn.hocvu.reporting.publishedfigure;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which classes a published figure is about; what is absent is not limited.
 *
 * @param categoryGroup one category, or the group {@code PARTY_AND_MASS_WORK}
 */
public record FigureScope(
        @Nullable String classType,
        @Nullable String categoryGroup,
        @Nullable String fundingSource,
        @Nullable String venueType) {

    public FigureScope {
        Stream.of(classType, categoryGroup, fundingSource, venueType)
                .filter(Objects::nonNull)
                .filter(code -> !code.matches("[A-Z_]{2,40}"))
                .findFirst()
                .ifPresent(code -> {
                    throw new FigureRefusal.ScopeInvalid(code);
                });
    }

    String key() {
        String key = Stream.of(classType, categoryGroup, fundingSource, venueType)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return key.isEmpty() ? "ALL" : key;
    }
}
