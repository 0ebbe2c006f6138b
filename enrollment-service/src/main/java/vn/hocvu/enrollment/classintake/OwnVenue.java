package vn.hocvu.enrollment.classintake;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.IntakeRefusal.IntakeNotFound;

/** A centre decides only about classes in its own venue; of others it knows nothing. */
final class OwnVenue {
    private static final String CENTER_ADMIN = "CENTER_ADMIN";

    private OwnVenue() {}

    static void require(ClassId classId, IntakeTerms terms, @Nullable String role, @Nullable String organization) {
        if (CENTER_ADMIN.equals(role) && !Objects.equals(terms.venueOwnerOrgId().value(), organization)) {
            throw new IntakeNotFound(classId);
        }
    }
}
