package vn.hocvu.local.servers;

/**
 * One database of a PostgreSQL server with the role that owns it.
 *
 * @param url      JDBC address without credentials
 * @param username the owning role; its transactions are ended by the server after {@link PostgresServer#TRANSACTION_LIMIT}
 * @param password the role's password
 */
public record Database(String url, String username, String password) {}
