package io.mtandao.billing.internal.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.billing.internal.entity.WalletRow;
import org.junit.jupiter.api.Test;

class PostingTest {
    private static Posting posting() {
        return new Posting("payment", "QGH1", "M-Pesa", null);
    }

    @Test
    void whatSumsToZeroIsBooked() {
        WalletRow wallet = new WalletRow(Posting.wallet(7), 7L);
        Posting p = posting().to(Posting.money("mpesa"), -2500).to(wallet, 2500);
        assertThat(p.balanced()).extracting(Posting.Entry::account, Posting.Entry::amount)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("money:mpesa", -2500L),
            org.assertj.core.groups.Tuple.tuple("wallet:7", 2500L));
    }

    @Test
    void whatDoesNotIsAFaultOfTheProgram() {
        assertThatThrownBy(() -> posting().balanced()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> posting().to(Posting.INCOME, 0).balanced()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> posting().to(Posting.INCOME, 100).to(Posting.OPENING, -99).balanced())
            .hasMessageContaining("payment QGH1");
        assertThatThrownBy(() -> posting().to(Posting.INCOME, Long.MAX_VALUE).to(Posting.OPENING, 1).to(Posting.SUSPENSE, Long.MAX_VALUE)
            .balanced())
            .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aWalletCountsItsEntriesAndOverflowsLoudly() {
        WalletRow wallet = new WalletRow(Posting.wallet(7), 7L);
        wallet.book(100);
        wallet.book(-30);
        assertThat(wallet.getBalance()).isEqualTo(70);
        assertThat(wallet.getEntries()).isEqualTo(2);
        assertThatThrownBy(() -> wallet.book(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }
}
