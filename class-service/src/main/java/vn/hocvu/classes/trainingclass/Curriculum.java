package vn.hocvu.classes.trainingclass;

import java.util.Map;
import java.util.Optional;

/** How much teaching a curriculum asks for. */
public final class Curriculum {
    /** Configuration register: {@code curriculum.periods.TC_LLCT}, and the short course {@code BD-40}. */
    private static final Map<String, Integer> PERIODS = Map.of("TC-1056", 1_056, "BD-40", 40);

    private Curriculum() {}

    /** The curriculum a class of this type follows unless another is named. */
    public static CurriculumVersion usualFor(ClassType type) {
        return new CurriculumVersion(
                switch (type) {
                    case TC_LLCT -> "TC-1056";
                    case CC_LLCT -> "CC";
                    case SC_LLCT -> "SC";
                    case BOI_DUONG -> "BD-40";
                });
    }

    /** The periods to be delivered; nothing for a curriculum whose periods are not known yet. */
    public static Optional<Periods> periods(CurriculumVersion curriculum) {
        return Optional.ofNullable(PERIODS.get(curriculum.value())).map(Periods::new);
    }

    static void requireDelivered(CurriculumVersion curriculum, Periods delivered) {
        var needed = periods(curriculum);
        if (needed.isPresent() && delivered.count() < needed.get().count()) {
            throw new ClassRefusal.TeachingIncomplete(delivered, needed.get());
        }
    }
}
