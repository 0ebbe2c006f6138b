package vn.hocvu.enrollment.views.places;

/** Where a place on a roll stands. */
public enum PlaceState {
    ENROLLED,
    STUDYING,
    GRADUATED,
    NOT_GRADUATED,
    COMPLETED,
    NOT_COMPLETED,
    WITHDRAWN,
    EXPELLED,
    DEFERRED,
    TRANSFERRED_OUT,
    DECEASED,
    RELEASED
}
