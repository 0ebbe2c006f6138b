package vn.hocvu.platform.viewstore.proof;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.mongodb.MongoDBContainer;

/** MongoDB 8, where a Docker engine is at hand. */
@Tag("docker")
class MongoDbRowsProofTest extends RowsConformance {
    private final MongoDBContainer server = new MongoDBContainer("mongo:8.0");

    @Override
    String mongo() {
        server.start();
        return server.getConnectionString() + "/conformance";
    }

    @AfterAll
    void stop() {
        server.stop();
    }
}
