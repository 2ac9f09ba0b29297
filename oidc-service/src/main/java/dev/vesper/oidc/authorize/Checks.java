package dev.vesper.oidc.authorize;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All checks of an authorization request, in their order. The first refusal counts. */
final class Checks {
    private static final List<PersonCheck> WHETHER_THE_REDIRECT_URI_IS_TRUSTED =
            List.of(new CheckTargetGivenOnce(), new CheckClient(), new CheckRedirectUri());

    private static final List<ClientCheck> THE_REST = List.of(
            new CheckResponseMode(),
            new CheckNothingGivenTwice(),
            new CheckNoRequestObject(),
            new CheckResponseType(),
            new CheckGrantAllowed(),
            new CheckScope(),
            new CheckPkce(),
            new CheckPrompt(),
            new CheckMaxAge());

    private Checks() {}

    static Optional<Refusal> firstRefusal(Draft draft) {
        Stream<Optional<? extends Refusal>> early =
                WHETHER_THE_REDIRECT_URI_IS_TRUSTED.stream().map(check -> check.check(draft));
        Stream<Optional<? extends Refusal>> late = THE_REST.stream().map(check -> check.check(draft));
        return Stream.concat(early, late)
                .flatMap(Optional::stream)
                .map(Refusal.class::cast)
                .findFirst();
    }
}
