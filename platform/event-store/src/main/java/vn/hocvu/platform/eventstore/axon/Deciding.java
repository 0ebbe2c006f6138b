package vn.hocvu.platform.eventstore.axon;

import java.sql.SQLException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.eventstore.StaleVersion;

/**
 * The frame around every decision, inside its transaction: the command id first, so that the transaction's clock runs
 * from before the events are stamped; then the version the actor saw; then the handler; the outcome last.
 */
final class Deciding implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final CommandLedger ledger;
    private final CommandTargets targets;
    private final AggregateCache cache;

    Deciding(CommandLedger ledger, CommandTargets targets, AggregateCache cache) {
        this.ledger = ledger;
        this.targets = targets;
        this.cache = cache;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        var message = unit.getMessage();
        var envelope = Envelope.of(message.getMetaData());
        var target = targets.targetOf(message.getPayload());
        var opening =
                ledger.open(envelope.commandId(), message.getPayloadType().getSimpleName(), envelope.actor(), target);
        if (!opening.first()) {
            return new Pending(ledger.find(envelope.commandId(), true).orElseThrow());
        }
        if (target != null) {
            prepare(target, opening.version(), envelope.expectedVersion());
        }
        var decision = new Appends.Decision(target, opening, envelope.expectedVersion());
        decision.attach();
        var result = chain.proceed();
        var pending = new Pending(null);
        unit.onPrepareCommit(u -> pending.outcome = close(envelope.commandId(), decision, result));
        return pending;
    }

    private void prepare(String target, long version, @Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new StaleVersion(target, expected, version);
        }
        cache.dropUnlessAt(target, version);
    }

    private Outcome close(String commandId, Appends.Decision decision, @Nullable Object result) {
        var outcome = new Outcome(commandId, decision.aggregateId(), decision.version(), false, result);
        try {
            ledger.close(outcome);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
        return outcome;
    }

    /** The outcome, known once the transaction is about to commit. */
    static final class Pending {
        private @Nullable Outcome outcome;

        private Pending(@Nullable Outcome outcome) {
            this.outcome = outcome;
        }

        Outcome outcome() {
            if (outcome == null) {
                throw new IllegalStateException("the transaction did not come to its end");
            }
            return outcome;
        }
    }

    /** A database failure on its way through the framework. */
    static final class UncheckedSqlException extends RuntimeException {
        UncheckedSqlException(SQLException cause) {
            super(cause);
        }
    }
}
