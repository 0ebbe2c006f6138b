package vn.hocvu.classes.trainingclass;

/** How learners attend (hệ tập trung, không tập trung). */
public enum StudyMode {
    FULL_TIME,
    PART_TIME
}
