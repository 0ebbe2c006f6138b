package vn.hocvu.enrollment.classintake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Those who wait for a seat: first come, first served. */
record Waitlist(List<Candidate> queue) {
    /** Most learners who can wait; with every seat given free at once they still fit into one decision of the store. */
    static final int LONGEST = 90;

    Waitlist {
        queue = List.copyOf(queue);
    }

    static Waitlist empty() {
        return new Waitlist(List.of());
    }

    int count() {
        return queue.size();
    }

    boolean full() {
        return count() >= LONGEST;
    }

    Optional<Candidate> first() {
        return queue.stream().findFirst();
    }

    /** Position from 1, or 0 if the learner does not wait. */
    int positionOf(LearnerId learner) {
        for (int i = 0; i < queue.size(); i++) {
            if (queue.get(i).learnerId().equals(learner)) {
                return i + 1;
            }
        }
        return 0;
    }

    Waitlist plus(Candidate last) {
        var longer = new ArrayList<>(queue);
        longer.add(last);
        return new Waitlist(longer);
    }

    Waitlist minus(LearnerId learner) {
        return new Waitlist(
                queue.stream().filter(c -> !c.learnerId().equals(learner)).toList());
    }
}
