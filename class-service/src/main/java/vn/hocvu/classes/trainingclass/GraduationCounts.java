package vn.hocvu.classes.trainingclass;

/** The sums of a graduation; graduates and non-graduates are the final roll (C4). */
public record GraduationCounts(int enrolledAtOpening, int finalRoll, int graduated, int notGraduated) {
    public GraduationCounts {
        if (graduated + notGraduated != finalRoll) {
            throw new IllegalArgumentException("graduated " + graduated + " and not graduated " + notGraduated
                    + " must be the final roll of " + finalRoll);
        }
    }
}
