package io.mtandao.plugin.httpsms.internal;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A pattern that an ISP wrote. Some patterns take years over a short text, so the text gives up after a while. */
final class BoundedPattern {
    private static final long NANOS = 250_000_000;

    private BoundedPattern() {}

    /** @return what the first group matched, or the whole; null when it was not found @throws VendorProblem MISCONFIGURED */
    static String find(String regex, String text) {
        try {
            Matcher matcher = Pattern.compile(regex).matcher(new ImpatientText(text, System.nanoTime() + NANOS));
            if (!matcher.find()) return null;
            return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        } catch (PatternSyntaxException e) {
            throw new VendorProblem(Outcome.MISCONFIGURED, "The pattern is not right: " + e.getDescription(), e);
        } catch (OutOfTime | StackOverflowError e) {
            throw new VendorProblem(Outcome.MISCONFIGURED, "The pattern takes too long: " + regex, e);
        }
    }

    private static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private record ImpatientText(String text, long end) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (System.nanoTime() > end) throw new OutOfTime();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
