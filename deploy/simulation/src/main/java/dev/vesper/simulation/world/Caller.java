package dev.vesper.simulation.world;

import dev.vesper.eventstore.log.InvalidPush;
import dev.vesper.eventstore.log.LogException;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushOutcome;
import dev.vesper.simulation.Fault;
import dev.vesper.simulation.Plan;
import dev.vesper.simulation.scheduling.Chance;
import dev.vesper.simulation.scheduling.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Has one wish after another, and asks for each until it knows what became of it. */
final class Caller implements Runnable {
    private final Network network;
    private final Wishes wishes;
    private final Chance chance;
    private final Plan plan;
    private final List<Operation> operations = new ArrayList<>();
    private int left;

    Caller(Network network, Wishes wishes, Chance chance, Plan plan, int number) {
        this.network = network;
        this.wishes = wishes;
        this.chance = chance;
        this.plan = plan;
        this.left = number;
    }

    @Override
    public void run() {
        for (; left > 0; left--) {
            Operation wish = wishes.next();
            operations.add(wish);
            operations.set(operations.size() - 1, wish.answered(ask(wish.push())));
            pause();
        }
    }

    boolean isDone() {
        return left == 0;
    }

    List<Operation> operations() {
        return operations;
    }

    private PushOutcome ask(Push push) {
        Push asked = push;
        while (true) {
            try {
                Push sent = asked;
                return network.call(log -> log.push(sent));
            } catch (InvalidPush refused) {
                throw new Violation("a push that is right was refused: " + refused.getMessage());
            } catch (LogException unknown) {
                pause();
            }
            if (plan.has(Fault.RETRY_WITH_FRESH_ID)) {
                asked = new Push(
                        chance.uuid(), push.appends(), push.preconditions(), push.uniqueConstraints(), push.ends());
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofMillis(chance.between(0, 150)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
