package vn.hocvu.platform.auditchain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The program {@code verify}: needs a JDK, a file, and nobody's servers. */
public final class Verify {
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int CANNOT = 2;
    private static final int SHOWN = 20;
    private static final String USAGE = """
        usage: verify FILE [--key KEY] [--copy FILE]

          FILE         an exported store (.jsonl, .jsonl.gz) or an evidence package (.zip)
          --key KEY    the public key as it was published, or a file that holds it;
                       without it the key is taken from FILE, and you compare it yourself
          --copy FILE  the copy of the log that was kept outside the database

        Ends with 0 if nothing was rewritten, 1 if something was, 2 if it cannot tell.
        """;

    private final PrintStream out;

    private Verify(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] words) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), words));
    }

    /**
     * Does what the words ask for.
     *
     * @return the code to end with
     */
    public static int run(PrintStream out, String... words) {
        return new Verify(out).run(words);
    }

    private int run(String... words) {
        var rest = new ArrayList<>(List.of(words));
        try {
            var key = option(rest, "--key");
            var copy = option(rest, "--copy");
            if (rest.size() != 1 || rest.getFirst().startsWith("--")) {
                out.print(USAGE);
                return CANNOT;
            }
            var verdict = verify(
                    Path.of(rest.getFirst()), key == null ? null : key(key), copy == null ? null : Path.of(copy));
            tell(verdict, key != null);
            return verdict.whole() ? WHOLE : BROKEN;
        } catch (IOException | Malformed e) {
            out.println("verify: " + (e instanceof Malformed ? e.getMessage() : e.toString()));
            return CANNOT;
        }
    }

    private static @Nullable String option(List<String> words, String name) {
        var at = words.indexOf(name);
        if (at < 0 || at + 1 == words.size()) {
            return null;
        }
        words.remove(at);
        return words.remove(at);
    }

    private static VerifyingKey key(String given) throws IOException {
        var file = Path.of(given);
        return VerifyingKey.of(Files.isRegularFile(file) ? Files.readString(file) : given);
    }

    /** Verifies an export or an evidence package. */
    static Verdict verify(Path file, @Nullable VerifyingKey trusted, @Nullable Path copy) throws IOException {
        if (file.toString().endsWith(".zip")) {
            try (var zip = new ZipFile(file.toFile())) {
                if (!EvidenceVerifier.isEvidence(zip)) {
                    throw new Malformed("this zip is no evidence package");
                }
            }
            return EvidenceVerifier.verify(file, trusted);
        }
        try (var in = open(file)) {
            return verify(in, trusted, copy == null ? null : new OutsideCopy(copy));
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    static Verdict verify(InputStream export, @Nullable VerifyingKey trusted, @Nullable OutsideCopy copy)
            throws IOException {
        var lines = new Lines(export);
        try (var verifier = new TrailVerifier(trusted, copy)) {
            while (lines.next()) {
                verifier.accept(lines.line, lines.length);
            }
            return verifier.finish();
        }
    }

    private void tell(Verdict verdict, boolean keyGiven) {
        out.println("log of        " + (verdict.origin() == null ? "?" : verdict.origin()));
        if (verdict.exportedAt() != null) {
            out.println("read at       " + verdict.exportedAt());
        }
        out.println("events        " + verdict.events());
        if (verdict.leaves() > 0) {
            out.println("leaves        " + verdict.leaves() + ", of which signed " + verdict.covered());
        }
        out.println("signed        " + (verdict.lastSigned() == null ? "never" : "last " + verdict.lastSigned()));
        verdict.keys().forEach(key -> out.println("key           " + key.id() + " " + key.text()));
        if (!keyGiven && !verdict.keys().isEmpty()) {
            out.println("              taken from the file: compare it with the key that was published");
        }
        if (verdict.comparedWith() > 0) {
            out.println("outside copy  " + verdict.comparedWith() + " entries compared");
        }
        verdict.problems().stream().limit(SHOWN).forEach(problem -> out.println("  " + problem.sentence()));
        if (verdict.problemCount() > SHOWN) {
            out.println("  and " + (verdict.problemCount() - SHOWN) + " more");
        }
        out.println(verdict.firstBad()
                .map(problem -> "BROKEN: " + problem.sentence())
                .orElse("WHOLE"));
    }
}
