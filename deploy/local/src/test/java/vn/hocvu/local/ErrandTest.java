package vn.hocvu.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words after ./hocvu mean one thing or are refused by name. */
class ErrandTest {
    @Test
    void wordsBecomeErrands() {
        assertThat(Errand.of("up")).isEqualTo(new Errand.Up(false, false));
        assertThat(Errand.of("up", "-d", "--demo")).isEqualTo(new Errand.Up(true, true));
        assertThat(Errand.of("logs", "kafka", "-f")).isEqualTo(new Errand.Logs("kafka", true));
        assertThat(Errand.of("token", "--user", "auditor")).isEqualTo(new Errand.Token("auditor"));
        assertThat(Errand.of("reset")).isEqualTo(new Errand.Reset(false));
        assertThat(Errand.of("export", "planning", "plan.jsonl"))
                .isEqualTo(new Errand.Export("planning", "plan.jsonl"));
        assertThat(Errand.of()).isEqualTo(new Errand.Help());
    }

    @ParameterizedTest
    @CsvSource({
        "fly,fly",
        "'up --fast',--fast",
        "token,--user",
        "'token --user',NAME",
        "logs,NAME",
        "export,SERVICE",
        "'export planning',FILE"
    })
    void aWordThatMakesNoSenseIsNamed(String words, String named) {
        assertThatThrownBy(() -> Errand.of(words.split(" ")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(named);
    }

    @Test
    void theOffsetShiftsEveryPort() {
        var shifted = Installation.here(Map.of("HOCVU_PORT_OFFSET", "100", "HOCVU_HOME", "/tmp/elsewhere"));

        assertThat(shifted.port(Port.IDENTITY)).isEqualTo(9180);
        assertThat(shifted.port(Port.POSTGRES)).isEqualTo(15532);
        assertThat(shifted.issuer()).isEqualTo("http://localhost:9180");
        assertThat(shifted.home()).isEqualTo(Path.of("/tmp/elsewhere"));
        assertThatThrownBy(() -> Installation.here(Map.of("HOCVU_PORT_OFFSET", "many")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("many");
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://db:27017,mongodb://db:27017/hocvu_class",
        "mongodb://db:27017/,mongodb://db:27017/hocvu_class",
        "mongodb://a:1;b:2/?replicaSet=rs,mongodb://a:1;b:2/hocvu_class?replicaSet=rs",
        "mongodb://db:27017/own,mongodb://db:27017/own"
    })
    void everyServiceHasAMongoDatabaseOfItsOwn(String server, String database) {
        assertThat(Plan.database(server, "hocvu_class")).isEqualTo(database);
    }

    @Test
    void aReplacedPostgresGetsOneDatabasePerService() {
        var server = ReplacedPostgres.of(
                        Installation.here(Map.of("HOCVU_POSTGRES_URL", "jdbc:postgresql://db:5432/postgres?ssl=true")))
                .orElseThrow();

        assertThat(server.url("hocvu_class")).isEqualTo("jdbc:postgresql://db:5432/hocvu_class?ssl=true");
    }

    @Test
    void theWorstLagIsShown() {
        assertThat(Status.worstLag("""
                        # HELP hocvu_relay_lag_seconds x
                        hocvu_relay_lag_seconds{application="class"} 0.25
                        hocvu_view_lag_seconds{view="classes"} 1.5
                        jvm_threads 7
                        """)).hasValue(1.5);
        assertThat(Status.worstLag("jvm_threads 7\n")).isEmpty();
    }
}
