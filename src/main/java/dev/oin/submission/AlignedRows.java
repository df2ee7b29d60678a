package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which row of a later list each row of an earlier one became, and which rows were added between them. */
final class AlignedRows {

    private static final int REMOVED = -1;

    private final int[] became;
    private final List<List<Integer>> added = new ArrayList<>();

    private AlignedRows(int size) {
        became = new int[size];
        Arrays.fill(became, REMOVED);
        for (var place = 0; place <= size; place++) {
            added.add(new ArrayList<>());
        }
    }

    /** Rows of the same name stay together, in order; what stands between them is paired as it comes. */
    static AlignedRows of(List<JsonNode> before, List<JsonNode> after) {
        var aligned = new AlignedRows(before.size());
        var from = 0;
        var to = 0;
        for (var pair : same(before, after)) {
            aligned.between(from, pair.before(), to, pair.after());
            if (pair.before() < before.size()) {
                aligned.became[pair.before()] = pair.after();
            }
            from = pair.before() + 1;
            to = pair.after() + 1;
        }
        return aligned;
    }

    /** The row's number now; null where it was removed. */
    @Nullable
    Integer of(int place) {
        return became[place] == REMOVED ? null : became[place];
    }

    /** Numbers of the rows that were added before the place. */
    List<Integer> addedBefore(int place) {
        return added.get(place);
    }

    private void between(int from, int untilBefore, int to, int untilAfter) {
        var now = to;
        for (var place = from; place < untilBefore && now < untilAfter; place++) {
            became[place] = now++;
        }
        while (now < untilAfter) {
            added.get(untilBefore).add(now++);
        }
    }

    private record Pair(int before, int after) {}

    /** The longest row of pairs with the same name, and the ends of both lists as the last. */
    private static List<Pair> same(List<JsonNode> before, List<JsonNode> after) {
        var longest = new int[before.size() + 1][after.size() + 1];
        for (var row = before.size() - 1; row >= 0; row--) {
            for (var column = after.size() - 1; column >= 0; column--) {
                longest[row][column] = isSame(before.get(row), after.get(column))
                        ? longest[row + 1][column + 1] + 1
                        : Math.max(longest[row + 1][column], longest[row][column + 1]);
            }
        }
        var pairs = new ArrayList<Pair>();
        var row = 0;
        var column = 0;
        while (row < before.size() && column < after.size()) {
            if (isSame(before.get(row), after.get(column))) {
                pairs.add(new Pair(row++, column++));
            } else if (longest[row + 1][column] >= longest[row][column + 1]) {
                row++;
            } else {
                column++;
            }
        }
        pairs.add(new Pair(before.size(), after.size()));
        return pairs;
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return nameOf(one).equals(nameOf(other));
    }

    /** What a row is known by while its other cells change. */
    private static JsonNode nameOf(JsonNode row) {
        return Stream.of("name", "index", "source")
                .map(row::path)
                .filter(member -> !member.isMissingNode())
                .findFirst()
                .orElse(row);
    }
}
