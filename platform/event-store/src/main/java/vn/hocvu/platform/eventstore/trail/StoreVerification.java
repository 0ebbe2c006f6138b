package vn.hocvu.platform.eventstore.trail;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.auditchain.Problem;
import vn.hocvu.platform.auditchain.SigningKey;
import vn.hocvu.platform.auditchain.StoreExport;
import vn.hocvu.platform.auditchain.TrailVerifier;
import vn.hocvu.platform.auditchain.Verdict;
import vn.hocvu.platform.eventstore.AuditTrail.Verification;

/** The service's own regular verification: the same one that everybody else can make, on its own store. */
final class StoreVerification {
    private static final Logger log = LoggerFactory.getLogger(StoreVerification.class);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TrailKeys keys;
    private final KeptCopy copy;
    private final TrailSettings settings;
    private final Clock clock;

    StoreVerification(
            DataSource dataSource,
            JdbcClient jdbc,
            TrailKeys keys,
            KeptCopy copy,
            TrailSettings settings,
            Clock clock) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.keys = keys;
        this.copy = copy;
        this.settings = settings;
        this.clock = clock;
    }

    /** Verifies unless some replica has done so lately. */
    void verifyIfDue() throws IOException {
        var due = last().map(last -> !clock.instant().isBefore(last.at().plus(settings.verifyEvery())))
                .orElse(true);
        if (due) {
            verify();
        }
    }

    Verification verify() throws IOException {
        var began = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var verdict = verdict();
        var verification = new Verification(
                began,
                Duration.between(began, clock.instant()).toMillis(),
                verdict.events(),
                verdict.leaves(),
                verdict.covered(),
                verdict.comparedWith(),
                verdict.problemCount(),
                verdict.firstBad().map(Problem::sentence).orElse(null));
        keep(verification);
        if (!verdict.whole()) {
            log.atError()
                    .addKeyValue("origin", settings.origin())
                    .addKeyValue("problems", verdict.problemCount())
                    .addKeyValue("first", verification.firstProblem())
                    .log("The trail is not as it was signed; see docs/audit-chain.md");
        }
        return verification;
    }

    private Verdict verdict() throws IOException {
        var trusted = keys.current().map(SigningKey::publicHalf).orElse(null);
        try (var connection = dataSource.getConnection();
                var verifier = new TrailVerifier(trusted, copy.existing().orElse(null))) {
            StoreExport.read(connection, settings.origin(), clock.instant(), verifier::accept);
            return verifier.finish();
        } catch (SQLException e) {
            throw new IOException("the store cannot be read", e);
        }
    }

    private void keep(Verification found) {
        jdbc.sql("""
            INSERT INTO audit_verification (verified_at, took_ms, events, leaves, signed, compared, problems,
                first_problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .param(Timestamp.from(found.at()))
                .param(found.tookMillis())
                .param(found.events())
                .param(found.leaves())
                .param(found.signed())
                .param(found.compared())
                .param(found.problems())
                .param(found.firstProblem())
                .update();
    }

    Optional<Verification> last() {
        return jdbc.sql("SELECT * FROM audit_verification ORDER BY id DESC LIMIT 1")
                .query((row, n) -> new Verification(
                        row.getObject("verified_at", OffsetDateTime.class).toInstant(),
                        row.getLong("took_ms"),
                        row.getLong("events"),
                        row.getLong("leaves"),
                        row.getLong("signed"),
                        row.getLong("compared"),
                        row.getLong("problems"),
                        row.getString("first_problem")))
                .optional();
    }
}
