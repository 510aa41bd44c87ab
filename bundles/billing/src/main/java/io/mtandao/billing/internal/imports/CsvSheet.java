package io.mtandao.billing.internal.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.mtandao.api.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A spreadsheet saved as CSV: separated by commas, semicolons or tabs, one head line.
 *
 * @param columns the titles, made distinct
 */
record CsvSheet(List<String> columns, List<Row> rows) {
    static final int MOST_LINES = 100_000;

    /** @param number line of the file, from 1 with the head */
    record Row(int number, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** @throws Invalid on the field {@code csv} */
    static CsvSheet of(byte[] bytes) {
        String text = TextBytes.decode(bytes);
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator(text)).allowExtraFields(true).allowMissingFields(true)
            .allowUnclosedQuote(false).ofCsvRecord(text)) {
            for (CsvRecord r : reader) {
                rows.add(new Row((int) r.getStartingLineNumber(), r.getFields()));
                if (rows.size() > MOST_LINES) throw Invalid.field("csv", "more than " + MOST_LINES + " lines; split the file");
            }
        } catch (CsvParseException e) {
            throw Invalid.field("csv", "cannot be read: " + e.getMessage());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (rows.isEmpty()) throw Invalid.field("csv", "the file is empty");
        return new CsvSheet(distinct(rows.remove(0).cells()), rows.stream().filter(r -> r.cells().stream().anyMatch(c -> !c.isBlank())).toList());
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String head = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char c : new char[] {';', '\t'}) if (count(head, c) > count(head, best)) best = c;
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    private static List<String> distinct(List<String> titles) {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, titles.size()).mapToObj(i -> {
            String title = titles.get(i).isBlank() ? "column " + (i + 1) : titles.get(i).strip();
            return seen.add(title) ? title : title + " (" + (i + 1) + ")";
        }).toList();
    }
}
