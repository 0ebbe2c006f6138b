package vn.hocvu.reporting.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.publishedfigure.DocumentRef;
import vn.hocvu.reporting.publishedfigure.DocumentType;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.publishedfigure.Measure;
import vn.hocvu.reporting.publishedfigure.ScopeClarity;

/** What programs send about figures and discrepancies. */
final class FigureBodies {
    private FigureBodies() {}

    /** A figure as a paper states it. */
    record Publication(
            @NotBlank String figure,
            @NotNull Measure measure,
            int year,
            @Valid @Nullable Scope scope,
            int value,
            @Nullable ScopeClarity scopeClarity,
            @NotNull LocalDate effectiveAsOf,
            @Valid @Nullable Paper document,
            @NotNull LocalDate effectiveOn) {
        ScopeClarity clarity() {
            return Objects.requireNonNullElse(scopeClarity, ScopeClarity.EXPLICIT);
        }

        FigureScope figureScope() {
            return scope == null ? FigureScope.ALL : scope.figureScope();
        }
    }

    /** Dimensions; a category may also be given as the group it belongs to. */
    record Scope(
            @Nullable String classType,
            @Nullable String category,
            @Nullable String categoryGroup,
            @Nullable String fundingSource,
            @Nullable String fundingOrgId,
            @Nullable String venueType,
            @Nullable String venueId,
            @Nullable String requesterOrgId) {
        FigureScope figureScope() {
            return new FigureScope(
                    classType,
                    category == null ? categoryGroup : category,
                    fundingSource,
                    fundingOrgId,
                    venueType,
                    venueId,
                    requesterOrgId);
        }
    }

    /** What somebody says about a gap. */
    record Explanation(
            @Nullable String explanation,
            @Valid @Nullable Paper document,
            @NotNull LocalDate effectiveOn) {}

    /** A paper. */
    record Paper(
            @NotNull DocumentType type,
            @NotBlank String number,
            @NotNull LocalDate date,
            @NotBlank String issuer,
            @Nullable String signer) {
        static @Nullable DocumentRef refOf(@Nullable Paper paper) {
            return paper == null
                    ? null
                    : new DocumentRef(paper.type, paper.number, paper.date, paper.issuer, paper.signer);
        }
    }
}
