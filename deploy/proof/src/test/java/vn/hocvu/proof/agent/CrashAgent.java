package vn.hocvu.proof.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** The Java agent: weaves one {@link CrashPoint} into the program that it is started with. */
public final class CrashAgent {
    private CrashAgent() {}

    /**
     * Called by the Java launcher before the program begins.
     *
     * @param argument name of the crash point, @, and at which time of passing the process ends; or the name of a wrong
     *                 variant of the program
     */
    public static void premain(String argument, Instrumentation instrumentation) {
        var agent = new AgentBuilder.Default()
                .with(AgentBuilder.TypeStrategy.Default.DECORATE)
                .with(AgentBuilder.InitializationStrategy.NoOp.INSTANCE);
        (argument.equals(SeatsFromAView.NAME) ? SeatsFromAView.in(agent) : crashing(agent, argument))
                .installOn(instrumentation);
    }

    private static AgentBuilder crashing(AgentBuilder agent, String argument) {
        var at = argument.indexOf('@');
        var point = CrashPoint.valueOf(argument.substring(0, at));
        Crash.at(Long.parseLong(argument.substring(at + 1)), point.thread());
        return agent.type(named(point.type()))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(point.entering() ? Entering.class : Leaving.class)
                                .on(named(point.method()))));
    }

    /** Code put at the beginning of the method. */
    static final class Entering {
        private Entering() {}

        @Advice.OnMethodEnter
        static void enter() {
            Crash.passed();
        }
    }

    /** Code put at the orderly end of the method. */
    static final class Leaving {
        private Leaving() {}

        @Advice.OnMethodExit
        static void exit() {
            Crash.passed();
        }
    }
}
