package vn.hocvu.platform.eventstream;

/** Names of the record headers: CloudEvents 1.0 in Kafka's binary mode, with the extensions of this system. */
public final class CloudEventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    /** Id of the stored event. */
    public static final String ID = "ce_id";

    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    /** Id of the aggregate; also the record's key. */
    public static final String SUBJECT = "ce_subject";
    /** When the event was recorded, ISO-8601 in UTC. */
    public static final String TIME = "ce_time";
    /** Sequence number of the event in its aggregate, from 0. */
    public static final String SEQUENCE = "ce_sequence";

    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String ACTOR = "ce_actor";
    public static final String ON_BEHALF_OF = "ce_onbehalfof";
    public static final String ROLE = "ce_role";
    public static final String COMMAND_ID = "ce_commandid";
    public static final String ORGANIZATION = "ce_organization";
    public static final String TRACEPARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}
}
