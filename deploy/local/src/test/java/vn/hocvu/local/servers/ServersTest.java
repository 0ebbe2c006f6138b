package vn.hocvu.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers are real, durable where they hold the truth, and found again after a stop. */
class ServersTest {
    @TempDir
    Path folder;

    @Test
    void postgresKeepsItsDataAndReachesTheDisk() throws SQLException {
        try (var server = PostgresServer.start(folder, FreePorts.next())) {
            assertThat(server.show("fsync")).isEqualTo("on");
            assertThat(server.show("synchronous_commit")).isEqualTo("on");
            assertThat(server.show("server_version")).startsWith("18");
            var database = server.database("planning", "secret1");
            try (var connection =
                            DriverManager.getConnection(database.url(), database.username(), database.password());
                    var statement = connection.createStatement()) {
                statement.execute("create table kept (word text)");
                statement.execute("insert into kept values ('Học Vụ')");
            }
        }

        try (var server = PostgresServer.start(folder, FreePorts.next())) {
            var database = server.database("planning", "secret1");
            try (var connection =
                            DriverManager.getConnection(database.url(), database.username(), database.password());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select word from kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Học Vụ");
            }
        }
    }

    @Test
    void aRoleCannotHoldATransactionOpenForLong() throws SQLException {
        try (var server = PostgresServer.startTemporary()) {
            var database = server.database("planning", "secret1");
            try (var connection =
                            DriverManager.getConnection(database.url(), database.username(), database.password());
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);

                assertThatThrownBy(() -> statement.execute("select pg_sleep(20)"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("25P04"));
            }
        }
    }

    @Test
    void kafkaKeepsItsTopics() throws Exception {
        try (var server = KafkaServer.start(folder);
                var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", server.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic("kept", 12, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }

        try (var server = KafkaServer.start(folder)) {
            var settings = new Properties();
            settings.put("bootstrap.servers", server.bootstrap());
            try (var admin = Admin.create(settings)) {
                assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("kept");
            }
        }
    }

    @Test
    void viewsAreDroppedOnlyAfterAStopThatWasNotOrderly() throws Exception {
        MongoServer.start(folder, FreePorts.next()).close();
        assertThat(folder.resolve("views.mv")).exists();

        Files.writeString(folder.resolve("in-use"), "1");
        Files.writeString(folder.resolve("leftover"), "");
        MongoServer.start(folder, FreePorts.next()).close();

        assertThat(folder.resolve("leftover")).doesNotExist();
    }
}
