package vn.hocvu.local;

/** Every port of a local installation, before the offset. */
public enum Port {
    IDENTITY(9080),
    PLANNING(8081),
    ENROLLMENT(8082),
    CLASS(8083),
    REPORTING(8084),
    PLANNING_OPERATIONS(9081),
    ENROLLMENT_OPERATIONS(9082),
    CLASS_OPERATIONS(9083),
    REPORTING_OPERATIONS(9084),
    POSTGRES(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    MONGODB(37017);

    private final int number;

    Port(int number) {
        this.number = number;
    }

    int shifted(int offset) {
        return number + offset;
    }
}
