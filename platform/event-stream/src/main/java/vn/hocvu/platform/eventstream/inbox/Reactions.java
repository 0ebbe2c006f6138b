package vn.hocvu.platform.eventstream.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.eventstream.Policy;

/** Asks every policy that knows a fact for its command, and sends it under an id derived from both. */
final class Reactions {

    private final Map<Class<?>, List<Policy<?>>> policies = new HashMap<>();
    private final Commands commands;
    private final Counter duplicates;

    Reactions(Collection<Policy<?>> policies, Commands commands, MeterRegistry meters) {
        policies.forEach(policy -> this.policies
                .computeIfAbsent(policy.fact(), fact -> new ArrayList<>())
                .add(policy));
        this.commands = commands;
        this.duplicates = Counter.builder("hocvu.duplicates.skipped")
                .description("Facts that had been handled before")
                .tag("consumer", "policies")
                .register(meters);
    }

    /** Names of all policies. */
    List<String> names() {
        return policies.values().stream()
                .flatMap(List::stream)
                .map(policy -> policy.getClass().getSimpleName())
                .distinct()
                .toList();
    }

    boolean any() {
        return !policies.isEmpty();
    }

    /** Lets all policies react; the first failure ends it, and the next attempt repeats the commands already stored. */
    void to(Fact<?> fact) {
        for (Policy<?> policy : policies.getOrDefault(fact.body().getClass(), List.of())) {
            react(policy, fact);
        }
    }

    private <F> void react(Policy<F> policy, Fact<?> fact) {
        Object command = policy.react(policy.fact().cast(fact.body()));
        if (command == null) {
            return;
        }
        String name = policy.getClass().getSimpleName();
        String correlation = fact.metadata().getOrDefault("correlationId", fact.eventId());
        Order order = Order.of(command, Actor.policy(name))
                .withCommandId(commandId(fact.eventId(), name))
                .causedBy(correlation, fact.eventId());
        try {
            Outcome outcome = commands.send(order);
            if (outcome.repeated()) {
                duplicates.increment();
            }
        } catch (RuntimeException refusal) {
            if (!policy.expects(refusal)) {
                throw refusal;
            }
        }
    }

    private static String commandId(String eventId, String policy) {
        return UUID.nameUUIDFromBytes((eventId + "/" + policy).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
