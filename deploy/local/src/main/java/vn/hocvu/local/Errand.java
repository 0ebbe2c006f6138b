package vn.hocvu.local;

import java.util.ArrayList;
import java.util.List;

/** What the person at the terminal asked for. */
sealed interface Errand {
    /**
     * Start everything.
     *
     * @param demo     load the reference training years
     * @param detached return when all is ready
     */
    record Up(boolean demo, boolean detached) implements Errand {}

    /** Say what runs. */
    record Status() implements Errand {}

    /**
     * Show a part's log.
     *
     * @param part   its name
     * @param follow go on until interrupted
     */
    record Logs(String part, boolean follow) implements Errand {}

    /** Stop everything in order. */
    record Down() implements Errand {}

    /**
     * Delete local data.
     *
     * @param sure do not ask
     */
    record Reset(boolean sure) implements Errand {}

    /**
     * Print a bearer token.
     *
     * @param user sample account
     */
    record Token(String user) implements Errand {}

    /**
     * Write a service's store with its trail into a file that anybody can verify.
     *
     * @param service its name
     * @param file    the new file
     */
    record Export(String service, String file) implements Errand {}

    /** Watch over the parts; the background process of {@link Up}. */
    record Supervise() implements Errand {}

    /** Say how to ask. */
    record Help() implements Errand {}

    String USAGE = """
            usage: ./hocvu COMMAND

              up [--demo] [-d]     start everything; --demo loads the reference training years 2019-2021;
                                   -d returns when all is ready
              status               what runs, with health, lag and addresses
              logs NAME [-f]       the log of a part; -f follows it
              down                 stop everything
              reset [--yes]        stop, then delete local data (asks first)
              token --user NAME    a bearer token of a sample account, for scripts
              export SERVICE FILE  a service's events with their signed log (JSON lines), for verify
              verify FILE          whether an export or an evidence package is what was signed; needs no server
              test                 the whole test suite
              bench [NAME]         measure beside peers and write docs/benchmarks.md: relay, fold, trail, start, plan,
                                   enrolment, live; everything without a NAME

            HOCVU_HOME            folder of data and logs (default .hocvu)
            HOCVU_PORT_OFFSET     added to every port
            HOCVU_POSTGRES_URL, HOCVU_KAFKA_BOOTSTRAP, HOCVU_MONGODB_URI, HOCVU_OIDC_ISSUER
                                  use that server instead of starting one
            """;

    /**
     * Reads the words after {@code ./hocvu}.
     *
     * @throws UsageError when they make no sense, naming the word
     */
    static Errand of(String... words) {
        if (words.length == 0) return new Help();
        var rest = new ArrayList<>(List.of(words).subList(1, words.length));
        var errand = switch (words[0]) {
            case "up" -> new Up(flag(rest, "--demo"), flag(rest, "-d"));
            case "status" -> new Status();
            case "logs" -> {
                var follow = flag(rest, "-f");
                yield new Logs(value(rest, "logs needs the NAME of a part"), follow);
            }
            case "down" -> new Down();
            case "reset" -> new Reset(flag(rest, "--yes"));
            case "token" -> {
                if (!flag(rest, "--user")) throw new UsageError("token needs --user NAME");
                yield new Token(value(rest, "token needs --user NAME"));
            }
            case "export" -> {
                var service = value(rest, "export needs the name of a SERVICE and a FILE");
                yield new Export(service, value(rest, "export needs a FILE"));
            }
            case "supervise" -> new Supervise();
            case "help", "--help", "-h" -> new Help();
            default -> throw new UsageError("unknown command " + words[0]);
        };
        if (!rest.isEmpty()) throw new UsageError(words[0] + " does not know " + rest.getFirst());
        return errand;
    }

    private static boolean flag(List<String> words, String flag) {
        return words.remove(flag);
    }

    private static String value(List<String> words, String missing) {
        if (words.isEmpty()) throw new UsageError(missing);
        return words.removeFirst();
    }
}
