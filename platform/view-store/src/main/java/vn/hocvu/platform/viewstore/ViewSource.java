package vn.hocvu.platform.viewstore;

/** Where the facts of a view come from. */
public enum ViewSource {
    /** The service's own event store; bodies are its stored events. */
    OWN_STORE,
    /** The topics named by the service's {@code Consumption} beans; bodies are the consumed records. */
    TOPICS
}
