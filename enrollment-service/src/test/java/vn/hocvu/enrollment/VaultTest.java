package vn.hocvu.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.vault.Person;
import vn.hocvu.enrollment.vault.SealedFiles;
import vn.hocvu.enrollment.vault.Vault;

/** The vault on a real PostgreSQL. */
class VaultTest extends OnRealServers {
    @Autowired
    private Vault vault;

    @Autowired
    private SealedFiles files;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aPersonIsKeptOnceAndFoundByIdentityNumberAndName() {
        var person = person("Trịnh Thị Ngọc Khuê", "101085000001");

        var kept = vault.keep(person, VaultTest::fresh);
        var again = vault.keep(person, VaultTest::fresh);
        var other = vault.keep(person("Trịnh Thị Khuê", "101085000001"), VaultTest::fresh);

        assertThat(kept.known()).isFalse();
        assertThat(again).isEqualTo(new Vault.Kept(kept.learnerId(), true, false));
        assertThat(other).isEqualTo(new Vault.Kept(kept.learnerId(), true, true));
        assertThat(vault.findByIdentity("101085000001")).contains(kept.learnerId());
        assertThat(vault.findByIdentity("101085000009")).isEmpty();
        assertThat(vault.open(kept.learnerId())).contains(person);
        assertThat(vault.search("khue trinh", 10)).containsExactly(kept.learnerId());
        assertThat(vault.namesakes(List.of(person("TRỊNH THỊ NGỌC KHUÊ", "101085000007")))
                        .values())
                .containsExactly(List.of(kept.learnerId()));
    }

    @Test
    void thePersonTakenInByManyAtOnceIsOneLearner() throws Exception {
        var person = person("Kiều Văn Đồng Thời", "102085000001");
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 20)
                    .mapToObj(i -> clients.submit(() -> vault.keep(person, VaultTest::fresh)))
                    .toList();
            var first = asked.getFirst().get().learnerId();
            for (var one : asked) {
                assertThat(one.get().learnerId()).isEqualTo(first);
            }
        }
    }

    @Test
    void anErasedPersonCanBeReadByNobodyAndTheNumberIsFree() {
        var person = person("Lục Thị Bị Xóa", "103085000001");
        var id = vault.keep(person, VaultTest::fresh).learnerId();
        assertThat(vault.search("luc thi bi xoa", 10)).containsExactly(id);

        vault.erase(id, "admissions_officer");
        vault.erase(id, "admissions_officer");

        assertThat(vault.open(id)).isEmpty();
        assertThat(vault.search("luc thi bi xoa", 10)).isEmpty();
        assertThat(vault.findByIdentity("103085000001")).isEmpty();
        assertThat(jdbc.sql("select count(*) from vault_key where learner_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(vault.keep(person, VaultTest::fresh).learnerId()).isNotEqualTo(id);
    }

    @Test
    void aFileIsKeptSealed() {
        var id = "roll:" + UUID.randomUUID();

        files.keep(id, "Nguyễn".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(files.open(id).map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8)))
                .contains("Nguyễn");
        assertThat(files.open("roll:unknown")).isEmpty();
    }

    private static Person person(String name, String identityNumber) {
        return new Person(name, LocalDate.of(1985, 12, 31), Person.Sex.FEMALE, identityNumber, null);
    }

    private static LearnerId fresh() {
        return new LearnerId(UUID.randomUUID().toString());
    }
}
