package vn.hocvu.reporting.publishedfigure;

import java.util.Set;
import vn.hocvu.reporting.publishedfigure.FigureCommand.PublishFigure;

/** Who may order what about published figures (domain specification 1.3 and 4.4). */
public final class FigureRights {
    private FigureRights() {}

    public static Set<String> permitted(FigureCommand command) {
        return switch (command) {
            case PublishFigure order -> Set.of("PLANNING_OFFICER");
        };
    }
}
