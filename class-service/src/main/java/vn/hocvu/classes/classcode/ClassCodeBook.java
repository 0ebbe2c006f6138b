package vn.hocvu.classes.classcode;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.createNew;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.classcode.ClassCodeEvent.ClassCodeAssigned;
import vn.hocvu.classes.trainingclass.ClassCommand.ProposeClass;
import vn.hocvu.classes.trainingclass.ClassRefusal.ClassCodeTaken;
import vn.hocvu.classes.trainingclass.ClassRefusal.VenueNotFound;
import vn.hocvu.classes.trainingclass.TrainingClass;

/**
 * The codes of one class type and plan year (C2). Code and class come into being in one transaction: two proposals with
 * the same code meet at this book, and the store lets one of them through.
 */
@SuppressWarnings("NullAway.Init") // set by the first event
public class ClassCodeBook {
    @AggregateIdentifier
    String id;

    /** Class id by code. */
    Map<String, String> classes = new HashMap<>();

    ClassCodeBook() {}

    /** @return the id of the new class, or of the one that was proposed by the same order before */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    String handle(
            ProposeClass order,
            @MetaDataValue("role") @Nullable String role,
            @MetaDataValue("organization") @Nullable String organization)
            throws Exception {
        requireOwnVenue(order, role, organization);
        var owner = classes.get(order.classCode().value());
        if (order.classId().value().equals(owner)) {
            return order.classId().value();
        }
        if (owner != null) {
            throw new ClassCodeTaken(
                    order.classCode(), order.classType(), order.planItemId().year());
        }
        apply(new ClassCodeAssigned(order.codeBook(), order.classCode(), order.classId(), order.effectiveOn()));
        createNew(TrainingClass.class, () -> new TrainingClass(order));
        return order.classId().value();
    }

    @EventSourcingHandler
    void on(ClassCodeEvent event) {
        id = event.codeBook();
        switch (event) {
            case ClassCodeAssigned e ->
                classes.put(e.classCode().value(), e.classId().value());
        }
    }

    /** A centre proposes classes in its own house only; of another one it knows nothing. */
    private static void requireOwnVenue(ProposeClass order, @Nullable String role, @Nullable String organization) {
        if ("CENTER_ADMIN".equals(role) && !order.venueOwnerOrgId().value().equals(organization)) {
            throw new VenueNotFound(order.venueId());
        }
    }
}
