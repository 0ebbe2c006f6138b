package vn.hocvu.platform.testkit;

import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Where two JSON documents part, whatever the order of their keys. */
final class Differences {
    private Differences() {}

    /** The place and both values of the first difference. */
    static Optional<String> first(JsonNode expected, JsonNode actual) {
        return first("", expected, actual);
    }

    private static Optional<String> first(String place, JsonNode expected, JsonNode actual) {
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        if (expected.isObject() && actual.isObject()) {
            var names = new TreeSet<>(expected.propertyNames());
            names.addAll(actual.propertyNames());
            return names.stream()
                    .flatMap(name -> first(place + "/" + name, expected.path(name), actual.path(name)).stream())
                    .findFirst();
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            return java.util.stream.IntStream.range(0, expected.size())
                    .boxed()
                    .flatMap(i -> first(place + "/" + i, expected.path(i), actual.path(i)).stream())
                    .findFirst();
        }
        return Optional.of(place + ": " + said(expected) + " became " + said(actual));
    }

    private static String said(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
