package vn.hocvu.bench.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the person at the terminal wants otherwise than usual: words of the form {@code relay.events=20000}. */
public final class Wishes {
    private final Map<String, String> wished = new TreeMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    /** @throws IllegalArgumentException if a word is no wish */
    public Wishes(List<String> words) {
        for (String word : words) {
            int sign = word.indexOf('=');
            if (sign < 1) {
                throw new IllegalArgumentException("not of the form name=value: " + word);
            }
            wished.put(word.substring(0, sign), word.substring(sign + 1));
        }
    }

    public String text(String name, String usual) {
        known.add(name);
        return wished.getOrDefault(name, usual);
    }

    public int number(String name, int usual) {
        String text = text(name, Integer.toString(usual)).replace("_", "");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException no) {
            throw new IllegalArgumentException(name + " must be a whole number, was " + text, no);
        }
    }

    /** Several values, separated by commas. */
    public List<String> texts(String name, String usual) {
        return Arrays.asList(text(name, usual).split(","));
    }

    /** @throws IllegalArgumentException if something was wished for that no measurement knows */
    public void requireKnown() {
        for (String name : wished.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("no setting is called " + name + "; there are: " + known);
            }
        }
    }
}
