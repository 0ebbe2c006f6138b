package vn.hocvu.reporting.publishedfigure;

import java.util.Set;

/** Which roles may order what about published figures. */
public final class FigureRights {
    private FigureRights() {}

    public static Set<String> permitted(FigureCommand command) {
        return switch (command) {
            case FigureCommand.PublishFigure c -> Set.of("PLANNING_OFFICER");
        };
    }
}
