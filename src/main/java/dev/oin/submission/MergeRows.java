package dev.oin.submission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.oin.submission.MergePages.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what two people made of one list, row by row: what one of them changed, added or removed is taken,
 * what both changed is asked for.
 */
final class MergeRows {

    /**
     * A row of either list.
     *
     * @param place its number among the rows that both began with; -1 for an added one
     * @param mine its number in the own list; null where the person removed it or never had it
     * @param theirs the same for the other's list
     * @param side who changed it; null where nobody did, or both in the same way
     */
    record Row(
            int place,
            @Nullable Integer mine,
            @Nullable Integer theirs,
            @Nullable Side side) {}

    private final List<JsonNode> base;
    private final List<JsonNode> mine;
    private final List<JsonNode> theirs;

    private MergeRows(JsonNode base, JsonNode mine, JsonNode theirs) {
        this.base = rows(base);
        this.mine = rows(mine);
        this.theirs = rows(theirs);
    }

    /** The rows of both in the order of the merged list. */
    static List<Row> of(JsonNode base, JsonNode mine, JsonNode theirs) {
        return new MergeRows(base, mine, theirs).merged();
    }

    private List<Row> merged() {
        var own = AlignedRows.of(base, mine);
        var other = AlignedRows.of(base, theirs);
        return IntStream.rangeClosed(0, base.size())
                .boxed()
                .flatMap(place -> Stream.concat(
                        added(own.addedBefore(place), other.addedBefore(place)),
                        place < base.size() ? Stream.of(kept(place, own.of(place), other.of(place))) : Stream.of()))
                .toList();
    }

    private Stream<Row> added(List<Integer> own, List<Integer> other) {
        var left = new ArrayList<>(other);
        var rows = new ArrayList<Row>();
        for (var number : own) {
            var twin = left.stream()
                    .filter(candidate -> theirs.get(candidate).equals(mine.get(number)))
                    .findFirst();
            twin.ifPresent(left::remove);
            rows.add(new Row(-1, number, twin.orElse(null), twin.isPresent() ? null : Side.MINE));
        }
        left.forEach(number -> rows.add(new Row(-1, null, number, Side.THEIRS)));
        return rows.stream();
    }

    private Row kept(int place, @Nullable Integer own, @Nullable Integer other) {
        var before = base.get(place);
        var now = own == null ? null : mine.get(own);
        var saved = other == null ? null : theirs.get(other);
        return new Row(place, own, other, Side.of(before, now, saved));
    }

    private static List<JsonNode> rows(JsonNode list) {
        var rows = new ArrayList<JsonNode>();
        list.forEach(rows::add);
        return rows;
    }
}
