package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.PackageTerms.FairUse;
import java.util.ArrayList;
import java.util.List;

/** Fair-use steps in one column: {@code 10000:5000/1000 20000:2000/500}, megabytes, then kilobit down and up. */
public final class FairUseText {
    private FairUseText() {}

    public static String write(List<FairUse> steps) {
        if (steps.isEmpty()) return null;
        StringBuilder b = new StringBuilder();
        for (FairUse s : steps) b.append(b.isEmpty() ? "" : " ").append(s.afterMegabytes()).append(':').append(s.downKbps()).append('/').append(s.upKbps());
        return b.toString();
    }

    public static List<FairUse> read(String text) {
        if (text == null) return List.of();
        List<FairUse> steps = new ArrayList<>();
        for (String step : text.split(" ")) {
            String[] parts = step.split("[:/]");
            steps.add(new FairUse(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
        }
        return steps;
    }
}
