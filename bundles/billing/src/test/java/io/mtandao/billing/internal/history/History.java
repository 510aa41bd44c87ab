package io.mtandao.billing.internal.history;

import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** What happens to one ISP. One that goes wrong is made as short as it can be, and told. */
public record History(long seed, List<Act> acts) {
    private static final int ACTS = 60;
    /** Of replays to make a failing one short. */
    private static final int PATIENCE = Integer.getInteger("mtandao.history.patience", 60);

    /** How one went wrong. */
    private record Failure(Throwable why, String story) {
        /** The same fault, whatever names and dates it happened to. */
        String kind() {
            return String.valueOf(why.getMessage()).replaceAll("\\d+", "#").lines().findFirst().orElse("");
        }
    }

    public static History of(long seed) {
        return new History(seed, Act.some(new Random(~seed), ACTS, EnumSet.allOf(Act.Kind.class)));
    }

    /** In which the payers change often, and what they paid of a bill comes back. */
    public static History ofPayers(long seed) {
        return new History(seed, Act.some(new Random(~seed), ACTS,
            EnumSet.of(Act.Kind.PAY, Act.Kind.PAYER_CHANGED, Act.Kind.CREDIT, Act.Kind.VOID, Act.Kind.CHANGE_NOW, Act.Kind.RENEW, Act.Kind.DOWN)));
    }

    public void playOn(Kind database) {
        Failure failure = failure(database);
        if (failure == null) return;
        History shortest = this;
        int replays = 0;
        for (int size = acts.size() / 2; size > 0; size /= 2) {
            for (int from = 0; from < shortest.acts.size() && replays < PATIENCE;) {
                List<Act> fewer = new ArrayList<>(shortest.acts);
                fewer.subList(from, Math.min(from + size, fewer.size())).clear();
                History tried = new History(seed, fewer);
                Failure again = tried.failure(database);
                replays++;
                if (again == null || !again.kind().equals(failure.kind())) from += size;
                else {
                    failure = again;
                    shortest = tried;
                }
            }
        }
        throw new AssertionError("history " + seed + " went wrong: " + failure.why().getMessage() + "\n\n" + failure.story(), failure.why());
    }

    private Failure failure(Kind database) {
        Village village = new Village(database, new Random(seed));
        try {
            int n = 0;
            for (Act act : acts) {
                village.play(act);
                if (++n % 25 == 0 && !village.days.isDown()) village.watch.audit();
            }
            village.catchUp();
            village.watch.audit();
            return null;
        } catch (AssertionError | RuntimeException wrong) {
            return new Failure(wrong, new Tale(village).told());
        }
    }
}
