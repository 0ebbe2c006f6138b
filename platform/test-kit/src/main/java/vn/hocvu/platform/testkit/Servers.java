package vn.hocvu.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.hocvu.local.servers.Database;
import vn.hocvu.local.servers.Folders;
import vn.hocvu.local.servers.KafkaServer;
import vn.hocvu.local.servers.MongoServer;
import vn.hocvu.local.servers.PostgresServer;

/**
 * Real servers for tests, each started at its first use, once per JVM, on free ports, and gone with the JVM. What a test
 * asks for is fresh, so tests share servers and nothing else.
 */
public final class Servers {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "hocvu";

    private Servers() {}

    /** A fresh, empty database. */
    public static Database postgres() {
        return postgres("test");
    }

    /**
     * A fresh, empty database whose name starts with {@code name}; its role has the transaction limit of production.
     *
     * @param name letters, digits and underscores
     */
    public static Database postgres(String name) {
        return RunningPostgres.SERVER.database(fresh(name), PASSWORD);
    }

    /** The server behind {@link #postgres()}, for tests that change or read its settings. */
    public static PostgresServer postgresServer() {
        return RunningPostgres.SERVER;
    }

    /** Where Kafka clients connect first. Topics are never created by themselves. */
    public static String kafka() {
        return RunningKafka.SERVER.bootstrap();
    }

    /**
     * A fresh topic with one replica.
     *
     * @return its name, which starts with {@code name}
     */
    public static String topic(String name, int partitions) {
        var topic = name + "-" + COUNT.incrementAndGet();
        createTopic(topic, partitions);
        return topic;
    }

    /** Creates the topic of exactly that name, with one replica, unless it is there. */
    public static void createTopic(String topic, int partitions) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka()))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not create " + topic, e);
        }
    }

    /** The address of a fresh, empty database of a server that speaks MongoDB's protocol. */
    public static String mongo() {
        return mongo("test");
    }

    /** The address of a fresh, empty database whose name starts with {@code name}. */
    public static String mongo(String name) {
        return RunningMongo.SERVER.uri(fresh(name));
    }

    private static String fresh(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_") + "_" + COUNT.incrementAndGet();
    }

    private static <S extends AutoCloseable> S untilTheEnd(S server) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            try {
                server.close();
            } catch (Exception e) {
                System.err.println("a test server did not stop: " + e);
            }
        }));
        return server;
    }

    private static final class RunningPostgres {
        // Its library stops it and deletes its data at the end of the JVM.
        static final PostgresServer SERVER = PostgresServer.startTemporary();
    }

    private static final class RunningKafka {
        static final KafkaServer SERVER = start();

        private static KafkaServer start() {
            try {
                var folder = Files.createTempDirectory("hocvu-kafka");
                var server = KafkaServer.start(folder.resolve("data"));
                untilTheEnd(() -> {
                    server.close();
                    Folders.delete(folder);
                });
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class RunningMongo {
        static final MongoServer SERVER = untilTheEnd(MongoServer.startTemporary());
    }
}
