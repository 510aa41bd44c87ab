package io.mtandao.testing.routeros;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries commands out on the router's state and words the answer, without tags. */
final class CommandTable {
    private final RouterState state;
    private final ApiAccount account;
    private final boolean saysEmpty;

    /** @param saysEmpty whether a print without rows is answered by {@code !empty}, as since RouterOS 7.18 */
    CommandTable(RouterState state, ApiAccount account, boolean saysEmpty) {
        this.state = state;
        this.account = account;
        this.saysEmpty = saysEmpty;
    }

    String user() {
        return account.user();
    }

    void renumber() {
        state.renumber();
    }

    List<List<String>> answer(ApiCommand command) {
        try {
            if (!state.has(command.menu())) {
                throw new Trap("0", "no such command prefix");
            }
            return switch (command.verb()) {
                case "print", "getall" -> print(command);
                case "add" -> add(command);
                case "set" -> change(command, Map.of());
                case "enable" -> change(command, Map.of("disabled", "no"));
                case "disable" -> change(command, Map.of("disabled", "yes"));
                case "remove" -> remove(command);
                default -> throw new Trap("0", "no such command");
            };
        } catch (Trap trap) {
            return trapped(trap);
        }
    }

    static List<List<String>> trapped(Trap trap) {
        List<String> words = new ArrayList<>(List.of("!trap", "=message=" + trap.getMessage()));
        if (trap.category() != null) {
            words.add(1, "=category=" + trap.category());
        }
        return List.of(words, List.of("!done"));
    }

    private List<List<String>> print(ApiCommand command) {
        require("read");
        PrintQuery query = new PrintQuery(command.queries());
        String only = command.attributes().get(".proplist");
        List<List<String>> answer = new ArrayList<>();
        for (Map<String, String> row : state.print(command.menu())) {
            if (!account.policies().contains("sensitive")) {
                row.remove("password");
            }
            if (query.matches(row)) {
                answer.add(words(row, only == null ? row.keySet() : List.of(only.split(","))));
            }
        }
        if (command.attributes().containsKey("count-only")) {
            return List.of(List.of("!done", "=ret=" + answer.size()));
        }
        if (answer.isEmpty() && saysEmpty) {
            answer.add(List.of("!empty"));
        }
        answer.add(List.of("!done"));
        return answer;
    }

    private static List<String> words(Map<String, String> row, Iterable<String> properties) {
        List<String> words = new ArrayList<>(List.of("!re"));
        for (String property : properties) {
            if (row.containsKey(property)) {
                words.add("=" + property + "=" + row.get(property));
            }
        }
        return words;
    }

    private List<List<String>> add(ApiCommand command) {
        require("write");
        return List.of(List.of("!done", "=ret=" + state.add(command.menu(), command.attributes())));
    }

    private List<List<String>> change(ApiCommand command, Map<String, String> fixed) {
        require("write");
        Map<String, String> values = new LinkedHashMap<>(command.attributes());
        values.keySet().removeAll(List.of(".id", "numbers"));
        values.putAll(fixed);
        state.set(command.menu(), references(command), values);
        return List.of(List.of("!done"));
    }

    private List<List<String>> remove(ApiCommand command) {
        require("write");
        state.remove(command.menu(), references(command));
        return List.of(List.of("!done"));
    }

    private static String references(ApiCommand command) {
        return command.attributes().getOrDefault(".id", command.attributes().get("numbers"));
    }

    private void require(String policy) {
        if (!account.policies().contains(policy)) {
            throw new Trap(null, "not enough permissions (9)");
        }
    }
}
