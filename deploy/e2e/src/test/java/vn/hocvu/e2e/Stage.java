package vn.hocvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The browser and the running system that all stories share; both end with the run. */
final class Stage implements AutoCloseable {

    private final Chromium chromium;
    private final RunningSystem system;

    private Stage() {
        chromium = Chromium.start();
        system = RunningSystem.start();
    }

    RunningSystem system() {
        return system;
    }

    /** Lets somebody act; no page they see may have a fault. */
    void as(String account, Manner manner, Consumer<Person> acts) {
        told(account, manner, person -> {
            acts.accept(person);
            return account;
        });
    }

    /** As {@link #as}, and answers what they found. */
    <T> T told(String account, Manner manner, Function<Person, T> acts) {
        try (Person person = new Person(chromium.browser(), account, manner)) {
            T found = acts.apply(person);
            assertThat(person.faults()).isEmpty();
            return found;
        }
    }

    @Override
    public void close() {
        system.close();
        chromium.close();
    }

    /** Hands the stage to the stories; without a browser they are skipped, and fail with {@code CI=true}. */
    static final class Setting implements ParameterResolver, ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Chromium.executable().isPresent() || "true".equals(System.getenv("CI"))
                    ? ConditionEvaluationResult.enabled("there is a browser, or there must be one")
                    : ConditionEvaluationResult.disabled("no Chromium on this machine");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Stage.class))
                    .computeIfAbsent(Stage.class, key -> new Stage(), Stage.class);
        }
    }
}
