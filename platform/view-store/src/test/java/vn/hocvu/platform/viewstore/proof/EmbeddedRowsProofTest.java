package vn.hocvu.platform.viewstore.proof;

/** The embedded server. */
class EmbeddedRowsProofTest extends RowsConformance {
    @Override
    String mongo() {
        return Library.MONGO.uri("conformance");
    }
}
