package vn.hocvu.platform.eventstore.trail;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.auditchain.EventForm;
import vn.hocvu.platform.auditchain.Evidence;
import vn.hocvu.platform.auditchain.Hash;
import vn.hocvu.platform.auditchain.InclusionProof;
import vn.hocvu.platform.auditchain.SignedEntry;
import vn.hocvu.platform.auditchain.SignedEntry.SignedCheckpoint;
import vn.hocvu.platform.auditchain.SignedEntry.SignedKeyChange;
import vn.hocvu.platform.auditchain.StoreExport;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.AuditTrail;

/** The trail over the service's own store. */
final class StoreTrail implements AuditTrail {
    private static final int PAGE = 10_000;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final LogReader reader;
    private final LogSigner signer;
    private final StoreVerification verification;
    private final TrailKeys keys;
    private final TrailSettings settings;
    private final Clock clock;

    StoreTrail(
            DataSource dataSource,
            JdbcClient jdbc,
            LogReader reader,
            LogSigner signer,
            StoreVerification verification,
            TrailKeys keys,
            TrailSettings settings,
            Clock clock) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.reader = reader;
        this.signer = signer;
        this.verification = verification;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Status status() {
        var row = LogRow.look(jdbc);
        return new Status(
                settings.origin(),
                row.log().size(),
                row.signedSize(),
                row.signedAt(),
                row.keyId(),
                signer.refusal(),
                verification.last().orElse(null));
    }

    @Override
    public Verification verify() throws IOException {
        return verification.verify();
    }

    @Override
    public Optional<String> publicKey() {
        return keys.current().map(key -> key.publicHalf().pem());
    }

    @Override
    public void export(OutputStream out) throws IOException {
        reader.finish();
        try (var connection = dataSource.getConnection()) {
            StoreExport.write(connection, settings.origin(), clock.instant(), out);
        } catch (SQLException e) {
            throw new IOException("the store cannot be read", e);
        }
    }

    private record Found(long leaf, EventForm.Stored event, Hash hash, Hash previousHash) {}

    @Override
    public void evidence(Collection<String> eventIds, Map<String, byte[]> readable, OutputStream out)
            throws IOException {
        var key = keys.current().orElseThrow(() -> new IllegalStateException("nothing is signed here"));
        reader.finish();
        var found = find(new LinkedHashSet<>(eventIds));
        var checkpoint = entries("checkpoint").stream()
                .map(SignedCheckpoint.class::cast)
                .reduce((one, other) -> other)
                .orElseThrow(() -> new IllegalStateException("nothing is signed here yet"));
        var leaves = new TreeSet<>(found.stream().map(Found::leaf).toList());
        if (leaves.isEmpty() || leaves.last() >= checkpoint.size()) {
            throw new IllegalStateException("these events are not covered by a checkpoint yet");
        }
        var proofs = InclusionProof.of(hashes(checkpoint.size()), leaves);
        var proven = found.stream()
                .map(f -> new Evidence.Proven(
                        f.event(), f.hash(), f.previousHash(), requireNonNull(proofs.get(f.leaf()))))
                .toList();
        new Evidence(
                        settings.origin(),
                        clock.instant(),
                        proven,
                        checkpoint,
                        entries("keyChange").stream()
                                .map(SignedKeyChange.class::cast)
                                .toList(),
                        readable)
                .write(out, key);
    }

    @Override
    public List<Entry> entries(Collection<String> eventIds) {
        reader.finish();
        return find(new LinkedHashSet<>(eventIds)).stream()
                .map(found -> new Entry(
                        found.leaf(),
                        found.event().id(),
                        found.event().aggregate(),
                        found.event().sequence(),
                        found.event().type(),
                        found.event().recordedAt(),
                        found.event().payload(),
                        found.event().metadata(),
                        found.hash().toString()))
                .toList();
    }

    @Override
    public void note(Actor by, String what, @Nullable String about, long events, @Nullable String digest) {
        jdbc.sql("INSERT INTO audit_inspection (actor, roles, organization, what, about, events, digest)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(by.userId())
                .param(String.join(",", new TreeSet<>(by.roles())))
                .param(by.organization())
                .param(what)
                .param(about)
                .param(events)
                .param(digest)
                .update();
    }

    @Override
    public List<Inspection> inspections(int most) {
        return jdbc.sql("SELECT * FROM audit_inspection ORDER BY id DESC LIMIT ?")
                .param(most)
                .query((row, n) -> new Inspection(
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("roles"),
                        row.getString("organization"),
                        row.getString("what"),
                        row.getString("about"),
                        row.getLong("events"),
                        row.getString("digest")))
                .list();
    }

    private List<Found> find(Collection<String> eventIds) {
        var found = jdbc.sql("""
            SELECT l.leaf, e.event_identifier, e.aggregate_identifier, e.sequence_number, e.type, e.time_stamp,
                e.payload_type, e.payload_revision, e.payload, e.meta_data, e.hash, previous.hash
            FROM domain_event_entry e JOIN audit_leaf l ON l.position = e.global_index
            LEFT JOIN domain_event_entry previous ON previous.aggregate_identifier = e.aggregate_identifier
                AND previous.sequence_number = e.sequence_number - 1
            WHERE e.event_identifier = ANY (?) ORDER BY l.leaf
            """)
                .param(eventIds.toArray(String[]::new))
                .query((row, n) -> new Found(
                        row.getLong(1),
                        new EventForm.Stored(
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getString(10)),
                        Hash.of(row.getBytes(11)),
                        row.getBytes(12) == null ? Hash.BEGINNING : Hash.of(row.getBytes(12))))
                .list();
        if (found.size() != eventIds.size()) {
            throw new IllegalArgumentException(
                    eventIds.size() - found.size() + " of the events are not known, or not in the log yet");
        }
        return found;
    }

    private List<SignedEntry> entries(String kind) {
        return jdbc
                .sql("SELECT entry FROM audit_entry WHERE entry LIKE ? ORDER BY number DESC LIMIT ?")
                .params("{\"" + kind + "\"%", kind.equals("checkpoint") ? 1 : PAGE)
                .query(String.class)
                .list()
                .reversed()
                .stream()
                .map(SignedEntry::read)
                .toList();
    }

    private List<Hash> hashes(long size) {
        var hashes = new ArrayList<Hash>();
        for (var from = 0L; from < size; from += PAGE) {
            hashes.addAll(jdbc.sql("SELECT hash FROM audit_leaf WHERE leaf >= ? AND leaf < ? ORDER BY leaf")
                    .params(from, Math.min(from + PAGE, size))
                    .query((row, n) -> Hash.of(row.getBytes(1)))
                    .list());
        }
        return hashes;
    }
}
