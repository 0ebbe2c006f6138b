package vn.hocvu.planning.trainingplan;

import com.fasterxml.jackson.annotation.JsonValue;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/** The paper without which no class of an item may begin, in words, for example "hướng dẫn của Trung ương". */
public record AwaitedDocument(@JsonValue String words) {
    private static final int LONGEST = 200;

    public AwaitedDocument {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new Malformed("awaits", "1 to " + LONGEST + " characters", words.length());
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
