package vn.hocvu.classes.classcode;

import java.time.LocalDate;
import vn.hocvu.classes.trainingclass.ClassCode;
import vn.hocvu.classes.trainingclass.ClassId;

/** What has happened in one code book. Kept for ever: only optional fields are added; anything else is a new event. */
public sealed interface ClassCodeEvent {
    String codeBook();

    /** From now on the code names this class, also after it was cancelled. */
    record ClassCodeAssigned(String codeBook, ClassCode classCode, ClassId classId, LocalDate effectiveOn)
            implements ClassCodeEvent {}
}
