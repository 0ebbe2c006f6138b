package vn.hocvu.enrollment.views.learners;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerEnrolled;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerWaitlisted;
import vn.hocvu.enrollment.classintake.IntakeEvent.PlaceEnded;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistLeft;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistPromoted;
import vn.hocvu.enrollment.learner.LearnerEvent.DiplomaHeld;
import vn.hocvu.enrollment.learner.LearnerEvent.LearnerRegistered;
import vn.hocvu.enrollment.learner.LearnerEvent.PlaceClaimed;
import vn.hocvu.enrollment.learner.LearnerEvent.PlaceFreed;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One learner by id: no name, no birth date, nothing the vault holds.
 *
 * @param claims   class that holds the learner's place, by level
 * @param diplomas year of the diploma, by level
 * @param orgs     organisations that ever nominated the learner
 * @param classes  classes the learner ever joined
 * @param waiting  classes for a seat in which the learner waits
 * @param activeIn classes on whose roll the learner is
 */
public record LearnerRow(
        String learnerId,
        long version,
        @Nullable LocalDate registeredOn,
        Map<String, String> claims,
        Map<String, Integer> diplomas,
        List<String> orgs,
        List<String> classes,
        List<String> waiting,
        List<String> activeIn)
        implements Row<Object, LearnerRow> {
    public LearnerRow {
        claims = Collections.unmodifiableMap(new TreeMap<>(claims));
        diplomas = Collections.unmodifiableMap(new TreeMap<>(diplomas));
        orgs = List.copyOf(new TreeSet<>(orgs));
        classes = List.copyOf(new TreeSet<>(classes));
        waiting = List.copyOf(new TreeSet<>(waiting));
        activeIn = List.copyOf(new TreeSet<>(activeIn));
    }

    static LearnerRow empty(String learnerId) {
        return new LearnerRow(learnerId, -1, null, Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
    }

    public boolean active() {
        return !activeIn.isEmpty();
    }

    @Override
    public LearnerRow after(Fact<Object> fact) {
        return switch (fact.body()) {
            case LearnerRegistered e -> with(fact.sequence(), e.effectiveOn(), claims, diplomas);
            case PlaceClaimed e -> claims(fact, e.level().name(), e.classId().value());
            case PlaceFreed e -> claims(fact, e.level().name(), null);
            case DiplomaHeld e -> {
                var more = new TreeMap<>(diplomas);
                more.put(e.level().name(), e.year());
                yield with(fact.sequence(), registeredOn, claims, more);
            }
            case LearnerEnrolled e ->
                seen(
                        plus(orgs, e.nominatingOrgId().value()),
                        plus(classes, e.classId().value()),
                        minus(waiting, e.classId().value()),
                        plus(activeIn, e.classId().value()));
            case PlaceEnded e ->
                seen(orgs, classes, waiting, minus(activeIn, e.classId().value()));
            case LearnerWaitlisted e ->
                seen(
                        plus(orgs, e.nominatingOrgId().value()),
                        classes,
                        plus(waiting, e.classId().value()),
                        activeIn);
            case WaitlistPromoted e ->
                seen(orgs, classes, minus(waiting, e.classId().value()), activeIn);
            case WaitlistLeft e ->
                seen(orgs, classes, minus(waiting, e.classId().value()), activeIn);
            default -> this;
        };
    }

    private LearnerRow claims(Fact<Object> fact, String level, @Nullable String classId) {
        var next = new TreeMap<>(claims);
        if (classId == null) {
            next.remove(level);
        } else {
            next.put(level, classId);
        }
        return with(fact.sequence(), registeredOn, next, diplomas);
    }

    private LearnerRow with(
            long at, @Nullable LocalDate registered, Map<String, String> claimed, Map<String, Integer> held) {
        return new LearnerRow(learnerId, at, registered, claimed, held, orgs, classes, waiting, activeIn);
    }

    private LearnerRow seen(List<String> byOrgs, List<String> in, List<String> waits, List<String> activeNow) {
        return new LearnerRow(learnerId, version, registeredOn, claims, diplomas, byOrgs, in, waits, activeNow);
    }

    private static List<String> plus(List<String> list, String one) {
        var more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

    private static List<String> minus(List<String> list, String one) {
        return list.stream().filter(other -> !other.equals(one)).toList();
    }
}
