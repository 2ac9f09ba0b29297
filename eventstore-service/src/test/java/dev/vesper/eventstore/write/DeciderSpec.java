package dev.vesper.eventstore.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Given events, when a command, then events or a refusal. */
public final class DeciderSpec<C, S, E> {
    private final S initialState;
    private final BiFunction<C, S, List<E>> decide;
    private final BiFunction<S, E, S> evolve;

    public DeciderSpec(S initialState, BiFunction<C, S, List<E>> decide, BiFunction<S, E, S> evolve) {
        this.initialState = initialState;
        this.decide = decide;
        this.evolve = evolve;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final When given(E... events) {
        return new When(List.of(events));
    }

    public final class When {
        private final List<E> past;

        private When(List<E> past) {
            this.past = past;
        }

        /** The events of another command are given, too. */
        public When and(C command) {
            List<E> all = new ArrayList<>(past);
            all.addAll(decide.apply(command, state()));
            return new When(all);
        }

        public Then when(C command) {
            return new Then(command, state());
        }

        public S state() {
            S state = initialState;
            for (E event : past) {
                state = evolve.apply(state, event);
            }
            return state;
        }
    }

    public final class Then {
        private final C command;
        private final S state;

        private Then(C command, S state) {
            this.command = command;
            this.state = state;
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        public final void then(E... events) {
            assertThat(decide.apply(command, state)).containsExactly(events);
        }

        public List<E> events() {
            return decide.apply(command, state);
        }

        public void nothing() {
            assertThat(decide.apply(command, state)).isEmpty();
        }

        public void rejected(CommandRejected.Kind kind, String code) {
            var rejection = rejection();
            assertThat(rejection.kind()).isEqualTo(kind);
            assertThat(rejection.code()).isEqualTo(code);
        }

        public void invalid(String field) {
            assertThat(rejection().field()).isEqualTo(field);
        }

        private CommandRejected rejection() {
            var rejection = catchThrowableOfType(CommandRejected.class, () -> decide.apply(command, state));
            assertThat(rejection).as("a refusal").isNotNull();
            return rejection;
        }
    }
}
