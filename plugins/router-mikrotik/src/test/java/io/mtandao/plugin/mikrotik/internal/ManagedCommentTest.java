package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ManagedCommentTest {

    @Test
    void isReadableForPeople() {
        String state = ManagedComment.state("Home 10M", new RateLimit(5_000, 10_000));
        assertThat(new ManagedComment("42", state, "Grace Muthoni")).hasToString("managed-by=mtandao;id=42;as=Home 10M,5M/10M;Grace Muthoni");
    }

    @Test
    void isNotTakenForWhatAPersonWrote() {
        assertThat(ManagedComment.parse("Grace Muthoni")).isEmpty();
        assertThat(ManagedComment.parse("")).isEmpty();
        assertThat(ManagedComment.parse("managed-by=other;id=1;as=x;")).isEmpty();
    }

    @Test
    void cutsLongTextsBetweenCharacters() {
        assertThat(new ManagedComment("1", "s", "😀".repeat(200)).text()).isEqualTo("😀".repeat(100));
    }

    @Property
    void whatIsWrittenIsRead(@ForAll String id, @ForAll String state, @ForAll String text) {
        ManagedComment comment = new ManagedComment(id, state, text);
        assertThat(ManagedComment.parse(comment.toString())).contains(comment);
    }
}
