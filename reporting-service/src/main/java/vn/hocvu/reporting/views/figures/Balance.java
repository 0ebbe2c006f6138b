package vn.hocvu.reporting.views.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.ledger.Ending;

/** Checks that the ledger of a year is whole: what came in has gone out or is still there. */
public final class Balance {
    private static final Set<String> EXITS =
            Set.of("LearnerWithdrawn", "LearnerExpelled", "LearnerDeferred", "LearnerDeceased", "LearnerReleased");

    private Balance() {}

    /** The identities S1 to S5 of a year and scope. */
    public static List<Identity> of(Figures figures, int year, FigureScope scope) {
        return List.of(
                classes(figures, year, scope),
                learners(figures, year, scope),
                yearEnds(figures, year, scope),
                items(figures, year, scope),
                parts(figures, year, scope));
    }

    private static Identity classes(Figures figures, int year, FigureScope scope) {
        int in = figures.figure(FigureName.CARRIED_IN, year, scope).classes()
                + figures.figure(FigureName.OPENED, year, scope).classes();
        int out = figures.figure(FigureName.GRADUATED, year, scope).classes()
                + figures.figure(FigureName.CLOSED, year, scope).classes()
                + figures.figure(FigureName.TERMINATED, year, scope).classes()
                + figures.figure(FigureName.CARRIED_OUT, year, scope).classes();
        return new Identity("S1", new Count(in, 0), new Count(out, 0));
    }

    private static Identity learners(Figures figures, int year, FigureScope scope) {
        int in = figures.figure(FigureName.TRAINED, year, scope).learners();
        int reached = figures.figure(FigureName.GRADUATED, year, scope).learners()
                + figures.figure(FigureName.CLOSED, year, scope).learners();
        int notReached = figures.in(scope)
                .filter(one -> one.endedIn(year, Ending.Kind.GRADUATED) || one.endedIn(year, Ending.Kind.CLOSED))
                .mapToInt(one -> Objects.requireNonNull(one.ended()).notReached())
                .sum();
        int left = figures.in(scope)
                .mapToInt(one ->
                        EXITS.stream().mapToInt(kind -> one.exits(kind, year)).sum())
                .sum();
        int stays = figures.figure(FigureName.CARRIED_OUT, year, scope).learners();
        return new Identity(
                "S2",
                new Count(0, in),
                new Count(0, reached + notReached + left + transferredOut(figures, year, scope) + stays));
    }

    /** Transfers within the scope cancel out: neither their join nor their exit is counted. */
    private static int transferredOut(Figures figures, int year, FigureScope scope) {
        var inside = figures.in(scope).toList();
        var ids = inside.stream().map(ClassHistory::classId).collect(Collectors.toSet());
        int out = inside.stream()
                .mapToInt(one -> one.exits("LearnerTransferredOut", year))
                .sum();
        int within = inside.stream()
                .mapToInt(one -> one.joins(
                                "within",
                                year,
                                move -> move.kind().equals("TRANSFER_IN")
                                        && move.from() != null
                                        && ids.contains(move.from()))
                        .size())
                .sum();
        return out - within;
    }

    private static Identity yearEnds(Figures figures, int year, FigureScope scope) {
        return new Identity(
                "S3",
                figures.figure(FigureName.CARRIED_OUT, year, scope),
                figures.figure(FigureName.CARRIED_IN, year + 1, scope));
    }

    /** Per item no more is granted, opened and given up than was promised. */
    private static Identity items(Figures figures, int year, FigureScope scope) {
        var fulfilment = figures.fulfilment(year, scope);
        int accounted = fulfilment.granted()
                + fulfilment.opened().classes()
                + fulfilment.unfulfilled().classes()
                + Math.max(0, fulfilment.remaining());
        return new Identity("S4", new Count(fulfilment.quota().classes(), 0), new Count(accounted, 0));
    }

    private static Identity parts(Figures figures, int year, FigureScope scope) {
        var sum = Count.ZERO;
        for (var part : Breakdown.of(figures, FigureName.TRAINED, year, scope)) {
            sum = sum.plus(part.count());
        }
        return new Identity("S5", figures.figure(FigureName.TRAINED, year, scope), sum);
    }

    /** Those that do not hold. */
    public static List<Identity> broken(Figures figures, int year, FigureScope scope) {
        var broken = new ArrayList<>(of(figures, year, scope));
        broken.removeIf(Identity::holds);
        return broken;
    }
}
