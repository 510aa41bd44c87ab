package io.mtandao.testing.routeros;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The {@code ?} words of a print: each pushes a truth on a stack, {@code ?#} works on the stack, and all that stay must be true. */
final class PrintQuery {
    private final List<String> words;

    /** @param words without their leading question mark */
    PrintQuery(List<String> words) {
        this.words = words;
    }

    boolean matches(Map<String, String> row) {
        Deque<Boolean> stack = new ArrayDeque<>();
        for (String word : words) {
            if (word.startsWith("#")) {
                operate(word.substring(1), stack);
            } else {
                stack.push(truth(word, row));
            }
        }
        return !stack.contains(false);
    }

    private static boolean truth(String word, Map<String, String> row) {
        char first = word.isEmpty() ? ' ' : word.charAt(0);
        boolean marked = first == '=' || first == '<' || first == '>';
        String test = marked ? word.substring(1) : word;
        int split = test.indexOf('=');
        if (split < 0) {
            return first == '-' ? !row.containsKey(word.substring(1)) : row.containsKey(test);
        }
        String actual = row.get(test.substring(0, split));
        String wanted = test.substring(split + 1);
        if (actual == null) {
            return false;
        }
        return switch (first) {
            case '<' -> compare(actual, wanted) < 0;
            case '>' -> compare(actual, wanted) > 0;
            default -> actual.equals(wanted);
        };
    }

    private static int compare(String a, String b) {
        boolean numbers = a.matches("-?\\d{1,18}") && b.matches("-?\\d{1,18}");
        return numbers ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
    }

    private static void operate(String operations, Deque<Boolean> stack) {
        for (int i = 0; i < operations.length(); i++) {
            char operation = operations.charAt(i);
            if (Character.isDigit(operation)) {
                int end = i;
                while (end < operations.length() && Character.isDigit(operations.charAt(end))) {
                    end++;
                }
                pick(Integer.parseInt(operations.substring(i, end)), end == operations.length(), stack);
                i = end - 1;
            } else if (operation == '!' && !stack.isEmpty()) {
                stack.push(!stack.pop());
            } else if ((operation == '&' || operation == '|') && stack.size() >= 2) {
                boolean top = stack.pop();
                boolean next = stack.pop();
                stack.push(operation == '&' ? top && next : top || next);
            } else if (operation != '.') {
                throw new Trap("5", "malformed query");
            }
        }
    }

    /** An index pushes a copy of that entry; at the end of the word it is all that stays. */
    private static void pick(int index, boolean last, Deque<Boolean> stack) {
        List<Boolean> entries = new ArrayList<>(stack);
        if (index >= entries.size()) {
            throw new Trap("5", "malformed query");
        }
        if (last) {
            stack.clear();
        }
        stack.push(entries.get(index));
    }
}
