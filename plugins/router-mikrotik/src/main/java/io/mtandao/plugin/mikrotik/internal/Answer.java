package io.mtandao.plugin.mikrotik.internal;

import java.util.List;
import java.util.Optional;

/**
 * What a command that went well brought.
 *
 * @param rows none for a command that prints nothing, or when nothing matched
 * @param ret  the value of {@code !done}: the new item's id after an add, the challenge of an old login; else null
 */
record Answer(List<Row> rows, String ret) {

    Optional<Row> first() {
        return rows.stream().findFirst();
    }
}
