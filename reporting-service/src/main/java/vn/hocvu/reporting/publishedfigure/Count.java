package vn.hocvu.reporting.publishedfigure;

/** A figure in both measures; a difference may be below zero. */
public record Count(int classes, int learners) {
    public static final Count ZERO = new Count(0, 0);

    public Count plus(Count other) {
        return new Count(classes + other.classes, learners + other.learners);
    }

    public Count minus(Count other) {
        return new Count(classes - other.classes, learners - other.learners);
    }

    public int of(Measure measure) {
        return switch (measure) {
            case CLASSES -> classes;
            case LEARNERS -> learners;
        };
    }

    public boolean none() {
        return classes == 0 && learners == 0;
    }
}
