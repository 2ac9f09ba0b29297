package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a page of the global order holds, and where it ends. */
final class GlobalReaderTest {
    private static final int LARGEST = 64 * 1024;
    private static final int PAGE = 256 * 1024;

    private final TestLogs logs = TestLogs.create();
    private final EventLog log = logs.log();

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void a_page_of_large_events_ends_at_a_number_of_bytes_and_not_of_events() {
        Random random = new Random(3);
        fill(() -> {
            byte[] noise = new byte[25_000];
            random.nextBytes(noise);
            return HexFormat.of().formatHex(noise);
        });

        List<GlobalReader.Page> pages = pages(PAGE);

        assertThat(pages).hasSizeGreaterThan(6);
        assertThat(pages).allSatisfy(page -> assertThat(bytes(page)).isLessThan(PAGE + LARGEST));
        assertThat(pages.stream().mapToInt(page -> page.events().size())).containsOnly(6, 4);
    }

    @Test
    void compressed_payloads_count_as_the_largest_that_there_may_be() {
        fill(() -> "x".repeat(50_000));

        List<GlobalReader.Page> pages = pages(PAGE);

        assertThat(pages).allSatisfy(page -> assertThat(bytes(page)).isLessThan(PAGE + LARGEST));
        assertThat(pages.getFirst().events()).hasSize(4);
    }

    @Test
    void an_event_that_is_larger_than_the_page_has_a_page_of_its_own() {
        fill(() -> "x".repeat(50_000));

        assertThat(pages(1))
                .hasSize(40)
                .allSatisfy(page -> assertThat(page.events()).hasSize(1));
    }

    @Test
    void a_reader_of_silent_partitions_goes_on_from_what_others_have_and_gets_nothing_of_it() {
        for (int n = 0; n < 5; n++) {
            log.push(Given.push(Given.session("only"), Expectation.ANY, 4));
        }
        int busy = logs.globalReader(TestLogs.SQL)
                .read(Cursor.START, 1)
                .events()
                .getFirst()
                .partition();
        GlobalReader silent = new GlobalReader(
                logs.sql(), IntStream.range(0, TestLogs.PARTITIONS).filter(partition -> partition != busy));
        Cursor last = logs.globalReader(TestLogs.SQL).read(Cursor.START, 100).upTo();

        GlobalReader.Page first = silent.read(Cursor.START, 7);
        GlobalReader.Page rest = silent.read(first.upTo(), 100);

        assertThat(first.events()).isEmpty();
        assertThat(first.upTo()).isBetween(Cursor.START, last);
        assertThat(first.upTo()).isNotIn(Cursor.START, last);
        assertThat(rest.events()).isEmpty();
        assertThat(rest.upTo()).isEqualTo(last);
        assertThat(silent.read(last, 100).upTo()).isEqualTo(last);
    }

    /** Forty events. */
    private void fill(Supplier<String> text) {
        for (int n = 0; n < 4; n++) {
            Push push = Given.push(Given.session("s" + n));
            log.push(Given.with(
                    push,
                    Stream.generate(() -> new NewEvent("session.added", 1, "{\"text\":\"" + text.get() + "\"}"))
                            .limit(10)
                            .toList()));
        }
    }

    private List<GlobalReader.Page> pages(long bytes) {
        GlobalReader reader = logs.globalReader(TestLogs.SQL);
        List<GlobalReader.Page> pages = new ArrayList<>();
        Cursor cursor = Cursor.START;
        while (pages.stream().mapToInt(page -> page.events().size()).sum() < 40) {
            pages.add(reader.read(cursor, new PageLimit(1000, bytes, LARGEST)));
            assertThat(pages.getLast().events()).isNotEmpty();
            cursor = pages.getLast().upTo();
        }
        return pages;
    }

    private static long bytes(GlobalReader.Page page) {
        return page.events().stream()
                .map(RecordedEvent::payload)
                .mapToLong(String::length)
                .sum();
    }
}
