package io.mtandao.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysetDataProviderTest {
    private static final int ALL = 2_345;
    private final List<ListQuery> asked = new ArrayList<>();
    private final KeysetDataProvider<Integer> rows = new KeysetDataProvider<>(this::page, q -> ALL, i -> i);

    private Page<Integer> page(ListQuery q) {
        asked.add(q);
        int from = q.cursor() == null ? 0 : Integer.parseInt(q.cursor()) + 1;
        List<Integer> items = IntStream.range(from, Math.min(ALL, from + q.limit())).boxed().toList();
        return new Page<>(items, from + items.size() < ALL ? Integer.toString(from + items.size() - 1) : null);
    }

    private List<Integer> fetch(int offset, int limit, QuerySortOrder... sort) {
        return rows.fetch(new Query<>(offset, limit, List.of(sort), null, null)).toList();
    }

    @Test
    void scrollingDownCostsOnePagePerPage() {
        assertThat(fetch(0, 50)).hasSize(50).startsWith(0).endsWith(49);
        assertThat(fetch(50, 50)).startsWith(50).endsWith(99);
        assertThat(fetch(100, 50)).startsWith(100).endsWith(149);
        assertThat(asked).extracting(ListQuery::limit).containsExactly(50, 50, 50);
        assertThat(asked).extracting(ListQuery::cursor).containsExactly(null, "49", "99");
    }

    @Test
    void scrollingBackUsesTheCursorsOfBefore() {
        fetch(0, 50);
        fetch(50, 50);
        fetch(100, 50);
        asked.clear();
        assertThat(fetch(50, 50)).startsWith(50).endsWith(99);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aJumpWalksInTheLargestSteps() {
        assertThat(fetch(2_000, 100)).startsWith(2_000).endsWith(2_099).hasSize(100);
        assertThat(asked).extracting(ListQuery::limit).containsExactly(500, 500, 500, 500, 100);
        asked.clear();
        assertThat(fetch(1_980, 50)).startsWith(1_980).endsWith(2_029);
        assertThat(asked).hasSize(2);
    }

    @Test
    void theEndIsShort() {
        assertThat(fetch(2_300, 50)).hasSize(45).endsWith(ALL - 1);
        assertThat(fetch(2_400, 50)).isEmpty();
    }

    @Test
    void anOrderIsHandedOnAndForgetsTheCursors() {
        fetch(0, 50);
        fetch(50, 50, new QuerySortOrder("name", SortDirection.DESCENDING));
        assertThat(asked.get(1).sort()).isEqualTo("-name");
        assertThat(asked.get(1).cursor()).isNull();
    }

    @Test
    void filtersAreHandedOn() {
        rows.filter(" grace ", Map.of("state", "ACTIVE"));
        fetch(0, 50);
        assertThat(asked.get(0).search()).isEqualTo("grace");
        assertThat(asked.get(0).filters()).containsEntry("state", "ACTIVE");
        assertThat(rows.question().filters()).containsEntry("state", "ACTIVE");
    }

    @Test
    void theServiceCounts() {
        assertThat(rows.size(new Query<>())).isEqualTo(ALL);
    }
}
