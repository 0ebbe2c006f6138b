package vn.hocvu.local;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import vn.hocvu.local.servers.PostgresServer;

/**
 * A PostgreSQL server named by the surroundings, used instead of our own.
 *
 * @param server   its address up to the database's name
 * @param options  what follows the database's name, from the question mark on
 * @param database the database to connect to for preparing the others
 * @param username a role that may create roles and databases; empty when they are prepared already
 * @param password that role's password
 */
record ReplacedPostgres(String server, String options, String database, String username, String password) {
    static Optional<ReplacedPostgres> of(Installation installation) {
        return installation.replaced("HOCVU_POSTGRES_URL").map(url -> {
            var start = url.indexOf("://");
            if (!url.startsWith("jdbc:postgresql://")) {
                throw new UsageError("HOCVU_POSTGRES_URL must look like jdbc:postgresql://host:5432/");
            }
            var question = url.indexOf('?');
            var options = question < 0 ? "" : url.substring(question);
            var path = question < 0 ? url : url.substring(0, question);
            var slash = path.indexOf('/', start + 3);
            var server = slash < 0 ? path + "/" : path.substring(0, slash + 1);
            var database = slash < 0 ? "" : path.substring(slash + 1);
            return new ReplacedPostgres(
                    server,
                    options,
                    database.isEmpty() ? "postgres" : database,
                    installation.replaced("HOCVU_POSTGRES_USERNAME").orElse(""),
                    installation.replaced("HOCVU_POSTGRES_PASSWORD").orElse(""));
        });
    }

    String url(String name) {
        return server + name + options;
    }

    /** Makes the services' databases and roles, when a role that may do so was named. */
    void prepare(String servicePassword) {
        if (username.isEmpty()) return;
        try (var connection = DriverManager.getConnection(url(database), username, password)) {
            for (var service : Plan.SERVICES) PostgresServer.prepare(connection, service.database(), servicePassword);
        } catch (SQLException e) {
            throw new UsageError("cannot prepare the databases on " + server + ": " + e.getMessage());
        }
    }
}
