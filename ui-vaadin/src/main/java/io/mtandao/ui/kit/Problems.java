package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Problem;
import io.mtandao.api.Stale;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Throttled;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.Unavailable;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From what a service throws to what a person reads. Services speak English; what they say often is known here in every language. */
public final class Problems {
    private Problems() {}

    public static void tell(Problem problem) {
        Toast.fail(text(problem));
    }

    /** Of work in the background: a service's no as it says it, anything else as our own fault. */
    public static void tellAny(RuntimeException e) {
        if (e instanceof Problem p) tell(p);
        else Toast.fail(t("problem.unexpected"));
    }

    /** Runs what a person asked for; a service's no becomes a notification. That the session is over is for the page to handle. @return whether it went well */
    public static boolean attempt(Runnable call) {
        try {
            call.run();
            return true;
        } catch (Unauthenticated | TenantSuspended e) {
            throw e;
        } catch (Problem e) {
            tell(e);
            return false;
        }
    }

    /** By which somebody finds in the log what a person saw on the page. */
    public static String newMark() {
        return Long.toString(System.nanoTime() & 0xffffffL, 36).toUpperCase(Locale.ROOT);
    }

    public static void broken(String mark) {
        Toast.fail(t("problem.broken", mark));
    }

    public static String text(Problem problem) {
        if (problem instanceof Invalid invalid) {
            return invalid.fields().entrySet().stream().map(e -> field(e.getKey()) + phrase(e.getValue())).collect(Collectors.joining("; "));
        }
        if (problem instanceof Forbidden) return t("problem.forbidden");
        if (problem instanceof Stale) return t("problem.stale");
        if (problem instanceof TenantSuspended) return t("problem.suspended");
        if (problem instanceof Throttled throttled) return t("problem.throttled", Math.max(1, throttled.retryAfter().toSeconds()));
        if (problem instanceof Unauthenticated) return t("problem.signedOut");
        if (problem instanceof NotFound) return t("problem.notFound");
        if (problem instanceof Unavailable) return t("problem.unavailable", problem.getMessage());
        return phrase(problem.getMessage());
    }

    /** A service's text in the language of the page when it is one of the usual ones, else as it came. */
    public static String phrase(String english) {
        if (english == null || english.isBlank()) return t("problem.invalid");
        String key = "phrase." + english.toLowerCase(Locale.ROOT).replaceAll("\\d+", "n").replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        String known = Texts.orElse(null, key);
        return known == null ? english : Translations.fill(known, Pattern.compile("\\d+").matcher(english).results().map(MatchResult::group).toArray());
    }

    /** As {@link #phrase}, to stand by itself. */
    public static String sentence(String english) {
        String text = phrase(english);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** A field's name for people; one that only programs know is left out. */
    private static String field(String name) {
        String known = Texts.orElse(null, "field." + name.substring(name.lastIndexOf('.') + 1));
        return known == null ? "" : known + ": ";
    }
}
