package vn.hocvu.platform.eventstore.axon;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstore.CommandRights;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Contended;
import vn.hocvu.platform.eventstore.DeniedAttempts;
import vn.hocvu.platform.eventstore.NotPermitted;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.eventstore.StaleVersion;
import vn.hocvu.platform.eventstore.StoreUnavailable;
import vn.hocvu.platform.eventstore.TooLarge;
import vn.hocvu.platform.eventstore.UnknownAggregate;

/**
 * Checks the right, waits for the aggregate's turn in this process, and has the framework decide; what failed by
 * conflict is decided again on fresh state, what failed without an answer is looked up.
 */
final class AxonCommands implements Commands {
    private static final int TURNS = 1_024;

    private final CommandBus bus;
    private final CommandRights rights;
    private final DeniedAttempts denials;
    private final CommandLedger ledger;
    private final CommandTargets targets;
    private final EventStoreSettings settings;
    private final MeterRegistry meters;
    private final ReentrantLock[] turns = new ReentrantLock[TURNS];

    AxonCommands(
            CommandBus bus,
            CommandRights rights,
            DeniedAttempts denials,
            CommandLedger ledger,
            CommandTargets targets,
            EventStoreSettings settings,
            MeterRegistry meters) {
        this.bus = bus;
        this.rights = rights;
        this.denials = denials;
        this.ledger = ledger;
        this.targets = targets;
        this.settings = settings;
        this.meters = meters;
        Arrays.setAll(turns, i -> new ReentrantLock(true));
    }

    @Override
    public Outcome send(Order order) {
        var kind = targets.kindOf(order.command());
        var clock = Timer.start(meters);
        var label = "error";
        try {
            var outcome = inTurn(order, permittedRole(order), kind);
            label = outcome.repeated() ? "repeated" : "accepted";
            return outcome;
        } catch (RuntimeException failure) {
            label = labelOf(failure);
            throw failure;
        } finally {
            clock.stop(Timer.builder("hocvu.command.duration")
                    .description("From order to answer")
                    .publishPercentileHistogram()
                    .tag("aggregate", kind)
                    .register(meters));
            count("hocvu.decisions", "Orders by outcome", "aggregate", kind, "outcome", label);
        }
    }

    private String permittedRole(Order order) {
        var permitted = rights.permitted(order.command());
        return order.actor().roles().stream()
                .filter(permitted::contains)
                .sorted()
                .findFirst()
                .orElseThrow(() -> {
                    var name = order.command().getClass().getSimpleName();
                    var needed = String.join(",", new TreeSet<>(permitted));
                    denials.record(order.actor(), name, targets.targetOf(order.command()), "role", needed);
                    return new NotPermitted(name, order.actor(), permitted);
                });
    }

    /** One order at a time per aggregate and process, so that those who wait hold no connection. */
    private Outcome inTurn(Order order, String role, String kind) {
        var target = targets.targetOf(order.command());
        if (target == null) {
            return decide(order, role, kind, null);
        }
        var turn = turns[Math.floorMod(target.hashCode(), TURNS)];
        if (!await(turn)) {
            throw new Contended(target, new IllegalStateException("no turn within " + settings.lockWait()));
        }
        try {
            return decide(order, role, kind, target);
        } finally {
            turn.unlock();
        }
    }

    private boolean await(ReentrantLock turn) {
        try {
            return turn.tryLock(settings.lockWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(e);
        }
    }

    private Outcome decide(Order order, String role, String kind, @Nullable String target) {
        for (var attempt = 1; ; attempt++) {
            try {
                return dispatch(order, role);
            } catch (RuntimeException failure) {
                if (!Failures.isConflict(failure)) {
                    return explained(order, failure, target);
                }
                count("hocvu.conflicts", "Decisions lost to others", "aggregate", kind);
                if (attempt >= settings.attempts()) {
                    throw new Contended(target == null ? kind : target, failure);
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(4) * attempt));
            }
        }
    }

    private Outcome dispatch(Order order, String role) {
        var message = new GenericCommandMessage<>(order.command(), MetaData.from(Envelope.of(order, role)));
        var callback = new FutureCallback<Object, Deciding.Pending>();
        bus.dispatch(message, callback);
        var answer = callback.getResult();
        if (answer.isExceptional()) {
            throw rethrown(answer.exceptionResult());
        }
        return answer.getPayload().outcome();
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failure);
    }

    private Outcome explained(Order order, RuntimeException failure, @Nullable String target) {
        var unknown = Failures.notFound(failure);
        if (unknown.isPresent()) {
            throw new UnknownAggregate(
                    target == null ? unknown.get().getAggregateIdentifier().toString() : target);
        }
        if (!Failures.isUnavailable(failure)) {
            throw failure;
        }
        return settled(order, failure).orElseThrow(() -> new StoreUnavailable(failure));
    }

    /** The commit may have succeeded without an answer: the id tells. */
    private Optional<Outcome> settled(Order order, RuntimeException failure) {
        try {
            return ledger.settle(order.commandId());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            return Optional.empty();
        }
    }

    private static String labelOf(RuntimeException failure) {
        return switch (failure) {
            case NotPermitted n -> "denied";
            case StaleVersion s -> "stale";
            case Contended c -> "contended";
            case StoreUnavailable u -> "unavailable";
            case UnknownAggregate u -> "unknown";
            case TooLarge t -> "refused";
            default -> Failures.isRefusal(failure) ? "refused" : "error";
        };
    }

    private void count(String name, String description, String... tags) {
        Counter.builder(name)
                .description(description)
                .tags(tags)
                .register(meters)
                .increment();
    }
}
