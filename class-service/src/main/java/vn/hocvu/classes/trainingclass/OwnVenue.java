package vn.hocvu.classes.trainingclass;

import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.trainingclass.ClassCommand.ProposeClass;

/** A centre proposes classes in its own house only; of other houses it knows nothing. */
final class OwnVenue {
    private OwnVenue() {}

    static void require(ProposeClass order, @Nullable String role, @Nullable String organization) {
        if ("CENTER_ADMIN".equals(role) && !order.venueOwnerOrgId().value().equals(organization)) {
            throw new ClassRefusal.VenueNotFound(order.venueId());
        }
    }
}
