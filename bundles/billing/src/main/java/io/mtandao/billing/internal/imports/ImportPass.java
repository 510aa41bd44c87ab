package io.mtandao.billing.internal.imports;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.billing.SubscriberImports.Line;
import io.mtandao.api.billing.SubscriberImports.Line.State;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Result;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.subscriber.AccountNumbers;
import io.mtandao.billing.internal.subscription.PppoePasswords;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One import on its way through the lines, a portion at a time: first looking only, then writing. */
final class ImportPass {
    private static final int PORTION = 250;
    private final BillingDesk desk;
    private final Caller caller;
    private final ImportSource source;
    private final PackagePlan packages;
    private final LineWriter writer;
    private final PppoePasswords passwords;
    private final Set<String> users;
    private final Long routerId;

    ImportPass(BillingDesk desk, Caller caller, ImportSource source, PackagePlan packages, LineWriter writer) {
        this.desk = desk;
        this.caller = caller;
        this.source = source;
        this.packages = packages;
        this.writer = writer;
        this.passwords = writer.passwords();
        this.routerId = writer.routerId();
        this.users = source.users();
    }

    /** What every line would come to; also learns which packages are needed. */
    Tally look() {
        Tally tally = new Tally();
        Set<String> fresh = new HashSet<>();
        for (List<ImportLine> portion : portions()) tally.addAll(desk.open(caller, d -> look(d, portion, fresh)));
        return tally;
    }

    /** @param fresh accounts that earlier lines would make: further lines of theirs add to them */
    private List<Line> look(Desk d, List<ImportLine> portion, Set<String> fresh) {
        LineMatcher matcher = matcher(d, Existing.of(d, portion));
        List<Line> told = new ArrayList<>();
        for (ImportLine line : portion) {
            Line t = matcher.match(line).told();
            boolean again = t.state() == State.NEW && line.accountKey() != null && !fresh.add(line.accountKey());
            told.add(again ? new Line(t.number(), State.CHANGED, t.name(), t.account(), Change.told(List.of(Change.SUBSCRIPTION))) : t);
        }
        return told;
    }

    /** All in one unit of work, or each portion in its own. */
    Result write(Mode mode) {
        boolean alone = !desk.busy();
        return mode == Mode.ALL_OR_NOTHING ? desk.open(caller, d -> write(true, alone)) : write(false, alone);
    }

    private Result write(boolean all, boolean alone) {
        List<String> made = desk.open(caller, d -> {
            if (!source.columns().isEmpty()) MappingMemory.remember(d, source.columns(), source.targets());
            return packages.make(d);
        });
        Tally tally = new Tally();
        for (List<ImportLine> portion : portions()) tally.addAll(desk.open(caller, d -> write(d, portion, alone)));
        // looked at and found good a moment ago, so somebody else has changed something meanwhile
        if (all && tally.of(State.BAD) > 0) throw refused(tally, source.lines().size());
        return tally.result(made);
    }

    private List<Line> write(Desk d, List<ImportLine> portion, boolean alone) {
        Existing existing = Existing.of(d, portion);
        LineMatcher matcher = matcher(d, existing);
        List<Line> told = new ArrayList<>();
        Aftermath later = new Aftermath();
        // numbers and locks for the whole portion at once: each query in between writes out and compares all that was done so far
        List<Match> expected = portion.stream().map(matcher::match).toList();
        writer.lockWallets(d, expected, existing);
        Deque<String> numbers = AccountNumbers.next(d, (int) expected.stream().filter(m -> m.state() == State.NEW && m.line().accountKey() == null).count());
        for (ImportLine line : portion) {
            Match m = matcher.match(line);
            if (m.state() == State.NEW || m.state() == State.CHANGED) writer.write(d, m, existing, numbers, later);
            told.add(m.told());
        }
        later.spellOut(d);
        d.em().flush();
        // a large file in one unit of work would keep every row of it in memory, and compare them all at every flush
        if (alone) d.em().clear();
        later.carryOut(d);
        return told;
    }

    private LineMatcher matcher(Desk d, Existing existing) {
        return new LineMatcher(d.tenant(), existing, packages, users, routerId, passwords);
    }

    private List<List<ImportLine>> portions() {
        List<List<ImportLine>> portions = new ArrayList<>();
        for (int from = 0; from < source.lines().size(); from += PORTION)
            portions.add(source.lines().subList(from, Math.min(from + PORTION, source.lines().size())));
        return portions;
    }

    static Conflict refused(Tally tally, int total) {
        Line first = tally.firstBad();
        return new Conflict(tally.of(State.BAD) + " of " + total + " lines are bad, so nothing was imported; the first is line " + first.number() + ": "
            + first.detail());
    }
}
