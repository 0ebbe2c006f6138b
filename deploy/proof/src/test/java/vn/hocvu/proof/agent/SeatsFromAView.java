package vn.hocvu.proof.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * The negative control N8, as an enrollment-service that decides wrongly: whether a seat is free is looked up in the row that
 * people see, and the intake itself gives a seat to everybody.
 */
public final class SeatsFromAView {
    static final String NAME = "SEATS_FROM_A_VIEW";

    private SeatsFromAView() {}

    static AgentBuilder in(AgentBuilder agent) {
        return agent.type(named("vn.hocvu.enrollment.classintake.Roll"))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(GivingFreely.class).on(named("freeSeat"))))
                .type(named("vn.hocvu.enrollment.web.IntakeApi"))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(Looking.class).on(named("seat"))));
    }

    /** Code put at the end of asking for a free seat. */
    static final class GivingFreely {
        private GivingFreely() {}

        @Advice.OnMethodExit
        static void exit(@Advice.This Object roll, @Advice.Return(readOnly = false) Optional<?> seat) {
            seat = orOneMore(roll, seat);
        }
    }

    /** Code put before a request for a seat is made an order. */
    static final class Looking {
        private Looking() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Object row) {
            requireFree(row);
        }
    }

    /** Called by the woven code. */
    public static Optional<?> orOneMore(Object roll, Optional<?> seat) {
        if (seat.isPresent()) return seat;
        int next = (int) read(roll, "count") + 1;
        return Optional.of(make(roll, "vn.hocvu.enrollment.classintake.SeatNumber", next));
    }

    /** Called by the woven code. */
    public static void requireFree(Object row) {
        int seats = (int) read(row, "seats");
        if ((int) read(row, "roll") < seats) return;
        var classId = make(row, "vn.hocvu.enrollment.classintake.ClassId", read(row, "classId"));
        var all = make(row, "vn.hocvu.enrollment.classintake.Seats", seats);
        throw (RuntimeException) make(row, "vn.hocvu.enrollment.classintake.IntakeRefusal$ClassFull", classId, all, 0);
    }

    private static Object read(Object from, String name) {
        try {
            var method = from.getClass().getDeclaredMethod(name);
            open(method);
            return method.invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object make(Object near, String type, Object... arguments) {
        try {
            var constructor = Arrays.stream(
                            Class.forName(type, true, near.getClass().getClassLoader())
                                    .getDeclaredConstructors())
                    .filter(one -> one.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow();
            open(constructor);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void open(AccessibleObject part) {
        part.setAccessible(true);
    }
}
