package vn.hocvu.enrollment.classintake;

import com.fasterxml.jackson.annotation.JsonValue;

/** Number of a seat in a class, counted from 1; a seat given free is given again under the same number. */
public record SeatNumber(@JsonValue int number) implements Comparable<SeatNumber> {
    public SeatNumber {
        if (number < 1 || number > Seats.MOST) {
            throw new IllegalArgumentException("a seat number is 1 to " + Seats.MOST + ", was " + number);
        }
    }

    @Override
    public int compareTo(SeatNumber other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
