package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SecretCommentTest {

    @Test
    void isReadableForPeople() {
        String state = SecretComment.state("Home 10M", new RateLimit(5_000, 10_000));
        assertThat(new SecretComment("42", state, "Grace Muthoni")).hasToString("managed-by=mtandao;id=42;as=Home 10M,5M/10M;Grace Muthoni");
    }

    @Test
    void isNotTakenForWhatAPersonWrote() {
        assertThat(SecretComment.parse("Grace Muthoni")).isEmpty();
        assertThat(SecretComment.parse("")).isEmpty();
        assertThat(SecretComment.parse("managed-by=other;id=1;as=x;")).isEmpty();
    }

    @Test
    void cutsLongTextsBetweenCharacters() {
        assertThat(new SecretComment("1", "s", "😀".repeat(200)).text()).isEqualTo("😀".repeat(100));
    }

    @Property
    void whatIsWrittenIsRead(@ForAll String id, @ForAll String state, @ForAll String text) {
        SecretComment comment = new SecretComment(id, state, text);
        assertThat(SecretComment.parse(comment.toString())).contains(comment);
    }
}
