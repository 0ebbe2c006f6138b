package vn.hocvu.classes.classcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hocvu.classes.trainingclass.ClassCommand.ProposeClass;
import vn.hocvu.classes.trainingclass.ClassEvent.ClassProposed;
import vn.hocvu.classes.trainingclass.ClassId;
import vn.hocvu.classes.trainingclass.ClassRefusal.ClassCodeTaken;
import vn.hocvu.classes.trainingclass.ClassRefusal.VenueNotFound;
import vn.hocvu.classes.trainingclass.PlanItemId;
import vn.hocvu.classes.trainingclass.Rooms;
import vn.hocvu.classes.trainingclass.Sample;
import vn.hocvu.classes.trainingclass.TrainingClass;

/** Code book and class together, since one order makes both. */
class ClassCodeBookTest {
    static final ClassId OTHER = new ClassId("other");

    Configuration axon;
    CommandGateway gateway;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureAggregate(TrainingClass.class)
                .configureAggregate(ClassCodeBook.class)
                .configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine())
                .registerComponent(Rooms.class, c -> venue -> OptionalInt.of(150))
                .start();
        gateway = axon.commandGateway();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void aFreeCodeMakesTheClass() {
        var order = Sample.propose();

        assertThat((Object) gateway.sendAndWait(order))
                .isEqualTo(order.classId().value());

        assertThat(payloads(order.codeBook()))
                .containsExactly(new ClassCodeEvent.ClassCodeAssigned(
                        "codes-TC_LLCT-2020", order.classCode(), order.classId(), order.effectiveOn()));
        assertThat(payloads(order.classId().value())).containsExactly(Sample.proposed());
    }

    @Test
    void aTakenCodeIsRefusedAndNoClassIsMade() {
        gateway.sendAndWait(Sample.propose());

        assertThatExceptionOfType(ClassCodeTaken.class)
                .isThrownBy(() -> gateway.sendAndWait(as(OTHER, Sample.propose(), "2020-02")))
                .satisfies(r -> assertThat(r.values()).containsEntry("classCode", "TC-2020-04"));
        assertThat(payloads("other")).isEmpty();
    }

    @Test
    void theSameProposalTwiceIsOneClass() {
        gateway.sendAndWait(Sample.propose());
        gateway.sendAndWait(Sample.propose());

        assertThat(payloads(Sample.CLASS.value()))
                .hasOnlyElementsOfType(ClassProposed.class)
                .hasSize(1);
    }

    @Test
    void theSameCodeMayComeAgainInAnotherYear() {
        gateway.sendAndWait(Sample.propose());
        gateway.sendAndWait(as(OTHER, Sample.propose(), "2021-02"));

        assertThat(payloads("codes-TC_LLCT-2021")).hasSize(1);
    }

    @Test
    void aCentreProposesInItsOwnHouseOnly() {
        var own = asCentre("ba-dinh");
        var foreign = asCentre("ba-vi");

        assertThatExceptionOfType(VenueNotFound.class).isThrownBy(() -> gateway.sendAndWait(foreign));
        assertThat((Object) gateway.sendAndWait(own)).isEqualTo(Sample.CLASS.value());
    }

    @Test
    void ofManyWithTheSameCodeAtOnceOneWins() throws Exception {
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int n = 0; n < 20; n++) {
            var order = as(new ClassId("racer-" + n), Sample.propose(), "2020-02");
            tasks.add(() -> {
                try {
                    gateway.sendAndWait(order);
                    return true;
                } catch (ClassCodeTaken e) {
                    return false;
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            int winners = 0;
            for (var done : threads.invokeAll(tasks)) {
                winners += done.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }

    private static GenericCommandMessage<ProposeClass> asCentre(String organization) {
        return new GenericCommandMessage<>(
                Sample.propose(), Map.of("role", "CENTER_ADMIN", "organization", organization));
    }

    private static ProposeClass as(ClassId id, ProposeClass like, String item) {
        return new ProposeClass(
                id,
                like.classCode(),
                new PlanItemId(item),
                like.offPlan(),
                like.classType(),
                like.category(),
                like.cohort(),
                like.curriculum(),
                like.studyMode(),
                like.venueId(),
                like.venueType(),
                like.venueOwnerOrgId(),
                like.fundingSource(),
                like.fundingOrgId(),
                like.requesterOrgId(),
                like.plannedLearners(),
                like.minLearners(),
                like.seats(),
                like.plannedStart(),
                like.plannedEnd(),
                like.participatingOrgIds(),
                like.effectiveOn());
    }

    private java.util.List<Object> payloads(String aggregate) {
        return axon.eventStore()
                .readEvents(aggregate)
                .asStream()
                .<Object>map(e -> e.getPayload())
                .toList();
    }
}
