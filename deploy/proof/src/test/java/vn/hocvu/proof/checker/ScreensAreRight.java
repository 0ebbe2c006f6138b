package vn.hocvu.proof.checker;

import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an open page shows in the end equals the view, whatever connections broke on the way. */
final class ScreensAreRight implements Rule {
    @Override
    public String promise() {
        return "I6 the screen is right";
    }

    @Override
    public Stream<String> differences(Evidence evidence) {
        return evidence.screens().stream().flatMap(screen -> {
            var places = new TreeSet<>(screen.shown().keySet());
            places.addAll(screen.truth().keySet());
            return places.stream()
                    .filter(place -> !Objects.equals(
                            screen.shown().get(place), screen.truth().get(place)))
                    .map(place -> "%s shows %s = %s, the view says %s"
                            .formatted(
                                    screen.name(),
                                    place,
                                    screen.shown().get(place),
                                    screen.truth().get(place)));
        });
    }
}
