package vn.hocvu.enrollment.classintake;

/** Whether learners study all day or beside their work. */
public enum StudyMode {
    FULL_TIME,
    PART_TIME
}
