package vn.hocvu.platform.webkit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How the words of states are coloured, in all pages alike; the colour only supports the word. */
public final class Tones {
    private final Map<String, String> byCode;

    private Tones(Map<String, String> byCode) {
        this.byCode = Map.copyOf(byCode);
    }

    public static Tones none() {
        return new Tones(Map.of());
    }

    /** States that are as they should be. */
    public Tones good(String... codes) {
        return with("good", codes);
    }

    /** States under way. */
    public Tones info(String... codes) {
        return with("info", codes);
    }

    /** States that want attention. */
    public Tones warn(String... codes) {
        return with("warn", codes);
    }

    /** States that ended badly. */
    public Tones bad(String... codes) {
        return with("bad", codes);
    }

    /** {@code good}, {@code info}, {@code warn}, {@code bad}, or {@code neutral} for everything not named. */
    public String of(String code) {
        return byCode.getOrDefault(code, "neutral");
    }

    private Tones with(String tone, String... codes) {
        var longer = new HashMap<>(byCode);
        Arrays.stream(codes).forEach(code -> longer.put(code, tone));
        return new Tones(longer);
    }
}
