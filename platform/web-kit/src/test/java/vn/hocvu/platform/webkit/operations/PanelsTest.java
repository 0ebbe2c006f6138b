package vn.hocvu.platform.webkit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.util.Set;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstream.parking.ParkedMessages;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.NotFound;

class PanelsTest {
    private static final CurrentActor OPERATOR = new CurrentActor() {
        @Override
        public Actor get() {
            return new Actor("sys_admin", Set.of("SYS_ADMIN"), null);
        }

        @Override
        public String name() {
            return "An";
        }

        @Override
        public boolean signedIn() {
            return true;
        }
    };

    @Test
    void processorsAreOnlyRestartedAndOnlyThoseThatThereAre() {
        var none = new StaticListableBeanFactory().getBeanProvider(EventProcessingConfiguration.class);
        var panel = new ProcessorsPanel(none, new Formats(Clock.systemUTC()));

        assertThatThrownBy(() -> panel.act("erase", "relay", "why")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> panel.act("restart", "nobody", "why")).isInstanceOf(NotFound.class);
    }

    @Test
    void parkedKeysAreShownWithoutPayloadAndOwnEventsCanNeverBeLeftOut() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var source = postgres.getPostgresDatabase();
            var scripts = new PathMatchingResourcePatternResolver();
            for (var folder : new String[] {"eventstore", "eventstream"}) {
                var found = scripts.getResources("classpath*:db/" + folder + "/V*.sql");
                java.util.Arrays.sort(found, java.util.Comparator.comparing(r -> String.valueOf(r.getFilename())));
                var populator = new ResourceDatabasePopulator(found);
                populator.setSeparator("^^^ END OF SCRIPT ^^^");
                populator.execute(source);
            }
            var jdbc = JdbcClient.create(source);
            jdbc.sql("""
                            insert into parked_message (consumer, message_key, message_id, message_type, source, sequence,
                                                        headers, payload, reason)
                            values ('class', 'k1', 'm1', 'RollConfirmed', 'enrollment', 3, '{}', '{"name":"secret"}', 'UnknownClass'),
                                   ('class', 'k1', 'm2', 'RollFinalized', 'enrollment', 4, '{}', '{}', 'behind'),
                                   ('relay', 'a1', 'm3', 'ClassOpened', 'class', 1, null, null, 'unknown type')
                            """).update();
            jdbc.sql(
                            "insert into denied_attempt (actor, roles, attempt, reason) values ('auditor', 'AUDITOR', 'OpenClass', 'role')")
                    .update();
            var formats = new Formats(Clock.systemUTC());
            var panel = new ParkedPanel(jdbc, new ParkedMessages(jdbc, Clock.systemUTC()), OPERATOR, formats);

            assertThat(panel.lines()).hasSize(2);
            assertThat(panel.lines().getFirst().cells())
                    .containsEntry("count", "2")
                    .containsEntry("reason", "RollConfirmed: UnknownClass");
            assertThat(panel.lines().toString()).doesNotContain("secret");
            assertThat(panel.lines().getLast().actions()).containsExactly("retry");
            assertThatThrownBy(() -> panel.act("discard", "relay a1", "no")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> panel.act("retry", "class nobody", "why")).isInstanceOf(NotFound.class);

            panel.act("discard", "class k1", "the class never existed");
            panel.act("retry", "relay a1", "type is known now");

            assertThat(panel.lines().getFirst().cells()).containsEntry("count", "1");
            assertThat(jdbc.sql(
                                    "select closed_by || ': ' || closing_reason from parked_message where message_id = 'm1'")
                            .query(String.class)
                            .single())
                    .isEqualTo("sys_admin: the class never existed");
            assertThat(panel.lines().getLast().tone()).isEqualTo("warning");
            assertThat(new DeniedPanel(new DeniedRecords(jdbc), formats).lines())
                    .singleElement()
                    .satisfies(l -> assertThat(l.cells())
                            .containsEntry("what", "OpenClass")
                            .containsEntry("actor", "auditor (AUDITOR)"));
        }
    }
}
