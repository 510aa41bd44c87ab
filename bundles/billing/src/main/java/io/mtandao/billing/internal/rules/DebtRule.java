package io.mtandao.billing.internal.rules;

/**
 * Which debts a wallet has paid. They were taken off the wallet when they were written, so that what is below zero is what is still owed; it is left
 * on the newest ones, the oldest count as paid first.
 */
public final class DebtRule {
    private DebtRule() {}

    /** @param open what is open of each debt, oldest first @param balance of the wallet @return what of each is paid now */
    public static long[] paid(long[] open, long balance) {
        long owed = 0;
        for (long o : open) owed += o;
        long stays = Math.min(owed, Math.max(0, -balance));
        long covered = owed - stays;
        long[] parts = new long[open.length];
        for (int i = 0; i < open.length; i++) {
            parts[i] = Math.min(open[i], covered);
            covered -= parts[i];
        }
        return parts;
    }
}
