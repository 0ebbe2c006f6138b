package vn.hocvu.platform.eventstore.axon;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a failure inside the framework means to the one who sent the order. */
final class Failures {
    private Failures() {}

    /** Others appended to the aggregate first. */
    static boolean isConflict(Throwable failure) {
        return chain(failure)
                .anyMatch(t -> t instanceof ConcurrencyException
                        || t instanceof AggregateStreamCreationException
                        || hasState(t, "40001", "40P01"));
    }

    /** The database was not reached, or cut the connection or the transaction, or has no room. */
    static boolean isUnavailable(Throwable failure) {
        return chain(failure)
                .anyMatch(t -> t instanceof CannotCreateTransactionException
                        || t instanceof DataAccessResourceFailureException
                        || t instanceof TransactionSystemException
                        || hasState(t, "08", "53", "57P", "25P04", "25006", "55P03", "58", "XX"));
    }

    static Optional<AggregateNotFoundException> notFound(Throwable failure) {
        return chain(failure)
                .filter(AggregateNotFoundException.class::isInstance)
                .map(AggregateNotFoundException.class::cast)
                .findFirst();
    }

    /** A refusal is the domain's own word; anything else is a defect or an outage. */
    static boolean isRefusal(Throwable failure) {
        var origin = failure.getClass().getName();
        return failure instanceof RuntimeException
                && Stream.of("java.", "jakarta.", "org.", "tools.", "com.").noneMatch(origin::startsWith);
    }

    private static boolean hasState(Throwable failure, String... prefixes) {
        return failure instanceof SQLException sql
                && sql.getSQLState() != null
                && Stream.of(prefixes).anyMatch(sql.getSQLState()::startsWith);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(20);
    }
}
