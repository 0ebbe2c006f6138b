package vn.hocvu.enrollment.vault;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocvu.enrollment.classintake.LearnerId;

/** The vault in the service's own PostgreSQL. */
final class PostgresVault implements Vault {
    private static final String PEOPLE = """
            select p.*, k.master_version, k.wrapped
              from vault_person p join vault_key k on k.learner_id = p.learner_id
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MasterKeys masters;
    private final Clock clock;
    private final SecretKey marking;
    private final NameIndex names = new NameIndex();
    private final AtomicLong namesUpTo = new AtomicLong();
    private final AtomicLong erasuresUpTo = new AtomicLong();

    PostgresVault(JdbcClient jdbc, TransactionTemplate transaction, MasterKeys masters, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.masters = masters;
        this.clock = clock;
        this.marking = secret("identity mark");
    }

    @Override
    public Kept keep(Person person, Supplier<LearnerId> fresh) {
        return keepAll(List.of(person), fresh).getFirst();
    }

    @Override
    public List<Kept> keepAll(List<Person> people, Supplier<LearnerId> fresh) {
        return Objects.requireNonNull(transaction.execute(
                status -> people.stream().map(person -> take(person, fresh)).toList()));
    }

    private Kept take(Person person, Supplier<LearnerId> fresh) {
        var known = findByIdentity(person.identityNumber());
        if (known.isEmpty()) {
            var id = fresh.get();
            if (insert(id, person)) {
                return new Kept(id, false, false);
            }
            // Somebody took the same person in at this moment; the unique mark made us wait for that transaction.
            known = findByIdentity(person.identityNumber());
        }
        var id = known.orElseThrow();
        return new Kept(id, true, open(id).filter(person::sameAs).isEmpty());
    }

    private boolean insert(LearnerId id, Person person) {
        var key = Sealing.freshKey();
        var field = new Fields(key, id.value());
        var inserted = jdbc.sql("""
                        insert into vault_person(learner_id, identity_mark, full_name, birth_date, sex, identity_number,
                                                 note, kept_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (identity_mark) do nothing
                        """)
                .param(id.value())
                .param(Sealing.mark(marking, person.identityNumber()))
                .param(field.seal("fullName", person.fullName()))
                .param(field.seal("birthDate", person.birthDate().toString()))
                .param(field.seal("sex", person.sex().name()))
                .param(field.seal("identityNumber", person.identityNumber()))
                .param(person.note() == null ? null : field.seal("note", person.note()))
                .param(Timestamp.from(clock.instant()))
                .update();
        if (inserted == 1) {
            var wrapped = masters.wrap(key, id.value());
            jdbc.sql("insert into vault_key(learner_id, master_version, wrapped) values (?, ?, ?)")
                    .params(id.value(), wrapped.masterVersion(), wrapped.bytes())
                    .update();
        }
        return inserted == 1;
    }

    @Override
    public Optional<LearnerId> findByIdentity(String identityNumber) {
        return jdbc.sql("select learner_id from vault_person where identity_mark = ?")
                .param(Sealing.mark(marking, identityNumber))
                .query(String.class)
                .optional()
                .map(LearnerId::new);
    }

    @Override
    public Map<String, LearnerId> findByIdentity(Collection<String> identityNumbers) {
        var numberOf = new HashMap<String, String>();
        identityNumbers.forEach(number -> numberOf.put(hex(Sealing.mark(marking, number)), number));
        var found = new HashMap<String, LearnerId>();
        jdbc.sql(
                        "select encode(identity_mark, 'hex'), learner_id from vault_person where encode(identity_mark, 'hex') = any(?)")
                .param(numberOf.keySet().toArray(String[]::new))
                .query((row, number) -> found.put(numberOf.get(row.getString(1)), new LearnerId(row.getString(2))))
                .list();
        return found;
    }

    @Override
    public Map<Person, List<LearnerId>> namesakes(Collection<Person> people) {
        catchUp();
        var found = new HashMap<Person, List<LearnerId>>();
        people.forEach(person -> found.put(
                person,
                names.namesakes(person.fullName(), person.birthDate()).stream()
                        .map(LearnerId::new)
                        .toList()));
        return found;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public Optional<Person> open(LearnerId learnerId) {
        return Optional.ofNullable(open(List.of(learnerId)).get(learnerId));
    }

    @Override
    public Map<LearnerId, Person> open(Collection<LearnerId> learnerIds) {
        var found = new HashMap<LearnerId, Person>();
        jdbc.sql(PEOPLE + " where p.learner_id = any(?)")
                .param(learnerIds.stream().map(LearnerId::value).distinct().toArray(String[]::new))
                .query((row, number) -> found.put(new LearnerId(row.getString("learner_id")), person(row)))
                .list();
        var inOrder = new LinkedHashMap<LearnerId, Person>();
        learnerIds.forEach(id -> {
            var person = found.get(id);
            if (person != null) {
                inOrder.put(id, person);
            }
        });
        return inOrder;
    }

    @Override
    public List<LearnerId> search(String words, int most) {
        if (words.isBlank()) {
            return List.of();
        }
        catchUp();
        return names.find(words, most).stream().map(LearnerId::new).toList();
    }

    @Override
    public void erase(LearnerId learnerId, String erasedBy) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from vault_key where learner_id = ?")
                    .param(learnerId.value())
                    .update();
            jdbc.sql("update vault_person set identity_mark = null where learner_id = ?")
                    .param(learnerId.value())
                    .update();
            jdbc.sql(
                            "insert into vault_erasure(learner_id, erased_by, erased_at) values (?, ?, ?) on conflict do nothing")
                    .params(learnerId.value(), erasedBy, Timestamp.from(clock.instant()))
                    .update();
        });
        names.remove(learnerId.value());
    }

    /** Reads the names that this process or another replica has taken in since the last search, and drops the erased. */
    private synchronized void catchUp() {
        jdbc.sql(PEOPLE + " where p.number > ? order by p.number")
                .param(Math.max(0, namesUpTo.get() - LATE_COMMITS))
                .query((row, number) -> {
                    names.put(row.getString("learner_id"), person(row));
                    return namesUpTo.accumulateAndGet(row.getLong("number"), Math::max);
                })
                .list();
        jdbc.sql("select number, learner_id from vault_erasure where number > ? order by number")
                .param(Math.max(0, erasuresUpTo.get() - LATE_COMMITS))
                .query((row, number) -> {
                    names.remove(row.getString("learner_id"));
                    return erasuresUpTo.accumulateAndGet(row.getLong("number"), Math::max);
                })
                .list();
    }

    /** Numbers are taken before commit: a lower one may become visible after a higher one. So many are read again. */
    private static final long LATE_COMMITS = 500;

    private Person person(ResultSet row) throws SQLException {
        var id = row.getString("learner_id");
        var wrapped = new MasterKeys.Wrapped(row.getInt("master_version"), row.getBytes("wrapped"));
        var field = new Fields(masters.unwrap(wrapped, id), id);
        return new Person(
                field.open("fullName", row.getBytes("full_name")),
                LocalDate.parse(field.open("birthDate", row.getBytes("birth_date"))),
                Person.Sex.valueOf(field.open("sex", row.getBytes("sex"))),
                field.open("identityNumber", row.getBytes("identity_number")),
                field.openIfThere("note", row.getBytes("note")));
    }

    /** A key that every replica shares: made by whoever comes first, wrapped by the master key. */
    private SecretKey secret(String name) {
        var wrapped = masters.wrap(Sealing.freshKey(), name);
        jdbc.sql("insert into vault_secret(name, master_version, wrapped) values (?, ?, ?) on conflict do nothing")
                .params(name, wrapped.masterVersion(), wrapped.bytes())
                .update();
        return jdbc.sql("select master_version, wrapped from vault_secret where name = ?")
                .param(name)
                .query((row, number) -> masters.unwrap(new MasterKeys.Wrapped(row.getInt(1), row.getBytes(2)), name))
                .single();
    }

    /** Seals and opens the fields of one person: what a value is about is the person and the field. */
    private record Fields(SecretKey key, String learnerId) {
        byte[] seal(String field, String value) {
            return Sealing.seal(key, value.getBytes(StandardCharsets.UTF_8), learnerId + "/" + field);
        }

        String open(String field, byte[] sealed) {
            return new String(Sealing.open(key, sealed, learnerId + "/" + field), StandardCharsets.UTF_8);
        }

        @Nullable
        String openIfThere(String field, byte @Nullable [] sealed) {
            return sealed == null ? null : open(field, sealed);
        }
    }
}
