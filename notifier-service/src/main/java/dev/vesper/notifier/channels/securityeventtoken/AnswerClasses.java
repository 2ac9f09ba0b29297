package dev.vesper.notifier.channels.securityeventtoken;

import dev.vesper.notifier.deliveries.Outcome;
import dev.vesper.notifier.egress.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an app's answer means (OpenID Connect Back-Channel Logout 1.0, section 2.8). An app that is being deployed answers
 * 401, 404 or 503, so these are tried again; a refusal of the token (400) is not, and a redirect is never followed.
 */
final class AnswerClasses {
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final int LONGEST_EXCERPT = 200;

    private AnswerClasses() {}

    static Outcome outcome(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered -> outcome(answered);
            case Answer.Refused refused -> new Outcome.Permanent("egress_denied", refused.why(), 0);
            case Answer.Failed failed -> Outcome.Temporary.ofTarget(failed.why());
        };
    }

    private static Outcome outcome(Answer.Answered answered) {
        int status = answered.status();
        return switch (status) {
            case 401, 403, 404, 405, 408, 425, 429 -> temporary(answered);
            default -> {
                if (status >= 200 && status < 300) {
                    yield new Outcome.Done(status);
                }
                yield status >= 500 ? temporary(answered) : new Outcome.Permanent("permanent", error(answered), status);
            }
        };
    }

    private static Outcome temporary(Answer.Answered answered) {
        return new Outcome.Temporary(
                error(answered),
                answered.status(),
                answered.retryAfter().flatMap(AnswerClasses::seconds).orElse(null),
                true);
    }

    /** In seconds or not at all: a date would need the other side's clock (RFC 9110, section 10.2.3). */
    private static Optional<Duration> seconds(String retryAfter) {
        return retryAfter.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)))
                : Optional.empty();
    }

    private static String error(Answer.Answered answered) {
        String excerpt = TOKEN.matcher(answered.body()).replaceAll("[token]").strip();
        String shortened = excerpt.length() > LONGEST_EXCERPT ? excerpt.substring(0, LONGEST_EXCERPT) : excerpt;
        return shortened.isEmpty()
                ? "answered " + answered.status()
                : "answered " + answered.status() + ": " + shortened;
    }
}
