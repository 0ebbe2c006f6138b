package vn.hocvu.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks for words where they may not be: as they are written, without diacritics, in capitals and small letters, composed
 * and decomposed, escaped as in JSON, in UTF-8 and UTF-16, and in the hexadecimal digits of either.
 */
public final class Traces {
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int PAIRS = 1 << 16;

    private final byte[][][] byFirstPair = new byte[PAIRS][][];

    private Traces(Collection<byte[]> patterns) {
        var pairs = patterns.stream().collect(Collectors.groupingBy(pattern -> pair(pattern, 0)));
        pairs.forEach((pair, same) -> byFirstPair[pair] = same.toArray(byte[][]::new));
    }

    /**
     * @param words each of at least four letters or digits that occur nowhere by chance
     */
    public static Traces of(String... words) {
        var patterns = new TreeMap<String, byte[]>();
        for (var word : words) {
            if (word.length() < 4) {
                throw new IllegalArgumentException("too short to be looked for: " + word);
            }
            forms(word)
                    .forEach(form -> encoded(form)
                            .forEach(bytes -> patterns.put(HexFormat.of().formatHex(bytes), bytes)));
        }
        return new Traces(patterns.values());
    }

    private static Set<String> forms(String word) {
        var plain = Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        var forms = new LinkedHashSet<String>();
        for (var one : List.of(word, plain)) {
            for (var cased : List.of(one, one.toLowerCase(Locale.ROOT), one.toUpperCase(Locale.ROOT))) {
                forms.add(Normalizer.normalize(cased, Normalizer.Form.NFC));
                forms.add(Normalizer.normalize(cased, Normalizer.Form.NFD));
                forms.add(escaped(cased));
            }
        }
        return forms;
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    private static List<byte[]> encoded(String form) {
        var all = new ArrayList<byte[]>();
        for (var encoding : ENCODINGS) {
            var bytes = form.getBytes(encoding);
            all.add(bytes);
            all.add(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        }
        return all;
    }

    /** Whether the text holds one of the words in any form. */
    public boolean in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the bytes hold one of the words in any form. */
    public boolean in(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            var candidates = byFirstPair[pair(bytes, i)];
            if (candidates != null && startsHere(bytes, i, candidates)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsHere(byte[] bytes, int at, byte[][] candidates) {
        for (var pattern : candidates) {
            if (at + pattern.length <= bytes.length
                    && Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length)) {
                return true;
            }
        }
        return false;
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    /** The files below a folder that hold one of the words; files that vanish meanwhile are passed by. */
    public List<Path> under(Path folder) {
        var found = new ArrayList<Path>();
        for (var file : files(folder)) {
            try {
                if (in(Files.readAllBytes(file))) {
                    found.add(file);
                }
            } catch (IOException e) {
                if (!(e instanceof NoSuchFileException)) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }

    private static List<Path> files(Path folder) {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
