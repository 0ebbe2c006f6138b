package vn.hocvu.platform.viewstore;

import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Says whether the server answers that keeps the rows; without it lists and reports cannot be shown. */
final class ViewServerHealth extends AbstractHealthIndicator {
    private final Server server;

    ViewServerHealth(Server server) {
        super("the view server does not answer");
        this.server = server;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        server.database().runCommand(new Document("ping", 1));
        builder.up();
    }
}
