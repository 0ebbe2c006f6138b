package vn.hocvu.enrollment.vault;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/**
 * The order of Vietnamese names: given name (last word), family name, middle names; in each first the letters
 * (a &lt; ă &lt; â, d &lt; đ), then the tones (ngang, huyền, hỏi, ngã, sắc, nặng).
 */
public final class NameOrder {
    /** Compares full names as people write them. */
    public static final Comparator<String> BY_NAME = Comparator.comparing(NameOrder::key);

    private static final String LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";
    private static final char END = '\u0000';

    private NameOrder() {}

    /** Lower case, without any diacritics, đ as d: what a search compares. */
    public static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String key(String fullName) {
        var words = fullName.strip().split("\\s+");
        var key = new StringBuilder();
        append(key, words[words.length - 1]);
        append(key, words.length > 1 ? words[0] : "");
        for (int i = 1; i < words.length - 1; i++) {
            append(key, words[i]);
        }
        return key.toString();
    }

    private static void append(StringBuilder key, String word) {
        var tones = new StringBuilder();
        Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                .chars()
                .forEach(letter -> appendLetter(key, tones, (char) letter));
        key.append(END).append(tones).append(END);
    }

    private static void appendLetter(StringBuilder key, StringBuilder tones, char letter) {
        var parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        var tone = 0;
        var base = new StringBuilder();
        for (int i = 0; i < parts.length(); i++) {
            var part = parts.charAt(i);
            var found = TONES.indexOf(part);
            if (found >= 0) {
                tone = found + 1;
            } else {
                base.append(part);
            }
        }
        var plain = Normalizer.normalize(base, Normalizer.Form.NFC).charAt(0);
        var place = LETTERS.indexOf(plain);
        key.append((char) (place < 0 ? LETTERS.length() + 1 + plain : place + 1));
        tones.append((char) (tone + 1));
    }
}
