package vn.hocvu.platform.viewstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

    @Test
    void whatIsAskedIsReadFromItsIndexInItsOrder() {
        try (var client = library.client()) {
            var plan = halls(client)
                    .find(Filters.eq("q.district", "Ba Vì"))
                    .sort(new Document("q.size", -1).append("_id", 1))
                    .explain(ExplainVerbosity.QUERY_PLANNER)
                    .toJson();

            assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN", "\"SORT\"");
        }
    }

    @AfterAll
    void stop() {
        server.stop();
    }
}
