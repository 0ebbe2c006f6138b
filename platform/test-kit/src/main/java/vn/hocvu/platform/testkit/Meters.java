package vn.hocvu.platform.testkit;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may stand on a service's meters: the promised names, few values, and never an id or a name of anybody. */
public final class Meters {
    private static final Set<String> TAGS =
            Set.of("aggregate", "outcome", "reason", "processor", "policy", "view", "consumer", "kind");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]{0,60}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-|\\d{5,}");
    private static final int MOST_VALUES = 50;

    private Meters() {}

    /** All of these exist; names without the prefix {@code hocvu.}. */
    public static void exist(MeterRegistry registry, String... names) {
        var missing = Arrays.stream(names)
                .filter(name -> registry.find("hocvu." + name).meters().isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("meters are missing: " + missing);
        }
    }

    /** Own meters carry only words of the code; those of libraries no id; all have a description and few values. */
    public static void carryNoIdOrName(MeterRegistry registry) {
        var wrong = registry.getMeters().stream()
                .map(Meter::getId)
                .flatMap(id -> id.getTags().stream()
                        .filter(tag -> own(id)
                                ? !ownTag(tag)
                                : ID.matcher(tag.getValue()).find())
                        .map(tag -> id.getName() + "{" + tag.getKey() + "=" + tag.getValue() + "}"))
                .toList();
        var many = registry.getMeters().stream()
                .map(Meter::getId)
                .filter(Meters::own)
                .collect(Collectors.groupingBy(Meter.Id::getName, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(meter -> meter.getValue() > MOST_VALUES)
                .map(meter -> meter.getKey() + " has " + meter.getValue() + " series")
                .toList();
        var mute = registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> own(id) && id.getDescription() == null)
                .map(id -> id.getName() + " says not what it is")
                .distinct()
                .toList();
        var all = List.of(wrong, many, mute).stream().flatMap(List::stream).toList();
        if (!all.isEmpty()) {
            throw new AssertionError("meters carry what they may not, or explain nothing: " + all);
        }
    }

    private static boolean own(Meter.Id id) {
        return id.getName().startsWith("hocvu.");
    }

    private static boolean ownTag(Tag tag) {
        return TAGS.contains(tag.getKey()) && WORD.matcher(tag.getValue()).matches();
    }
}
