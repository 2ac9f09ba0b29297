package dev.vesper.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;

/** Looks for values in the very bytes of files, of which Kafka's are unpacked first. */
final class Disk {
    /** Long enough that hardly anything else begins like a value. */
    private static final int PREFIX = Integer.BYTES;

    private final Map<Integer, List<Value>> byPrefix = new HashMap<>();
    /** Whether any value begins with these two bytes: most places are passed by with that alone. */
    private final boolean[] begins = new boolean[1 << Short.SIZE];

    /** @param named values of at least four bytes in UTF-8, by what they are */
    Disk(Map<String, String> named) {
        named.forEach((name, value) -> {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            int prefix = ByteBuffer.wrap(bytes).getInt(0);
            begins[prefix >>> Short.SIZE] = true;
            byPrefix.computeIfAbsent(prefix, _ -> new ArrayList<>()).add(new Value(name, bytes));
        });
    }

    /** @return which value stands in which file below the directory */
    Set<String> find(Path directory) {
        Set<String> found = new TreeSet<>();
        files(directory)
                .forEach(file -> find(bytes(file), directory.relativize(file).toString(), found));
        return found;
    }

    Set<String> find(List<Path> files) {
        Set<String> found = new TreeSet<>();
        files.forEach(file -> find(bytes(file), file.getFileName().toString(), found));
        return found;
    }

    /** @param directory of a broker; its segments are compressed, so their records are looked at as well as their bytes */
    Set<String> findInSegments(Path directory) {
        Set<String> found = new TreeSet<>();
        files(directory).filter(file -> file.toString().endsWith(".log")).forEach(segment -> {
            String name = directory.relativize(segment).toString();
            find(bytes(segment), name, found);
            records(segment).forEach(bytes -> find(bytes, name, found));
        });
        return found;
    }

    private void find(byte[] bytes, String where, Set<String> found) {
        int prefix = 0;
        for (int i = 0; i < bytes.length; i++) {
            prefix = (prefix << 8) | (bytes[i] & 0xff);
            if (i >= PREFIX - 1 && begins[prefix >>> Short.SIZE]) {
                for (Value value : byPrefix.getOrDefault(prefix, List.of())) {
                    if (stands(value.bytes, bytes, i - PREFIX + 1)) {
                        found.add(value.name + " in " + where);
                    }
                }
            }
        }
    }

    private static boolean stands(byte[] value, byte[] bytes, int at) {
        return at + value.length <= bytes.length && Arrays.equals(value, 0, value.length, bytes, at, at + value.length);
    }

    /** Closing the handle alone, because closing the records would cut the broker's file at their end. */
    private static List<byte[]> records(Path segment) {
        List<byte[]> all = new ArrayList<>();
        try {
            FileRecords records = FileRecords.open(segment.toFile(), false);
            try {
                records.records().forEach(entry -> parts(entry).forEach(part -> all.add(copy(part))));
            } finally {
                records.closeHandlers();
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ByteBuffer> parts(Record entry) {
        Stream<ByteBuffer> headers = Stream.of(entry.headers())
                .map(header -> header.value())
                .filter(Objects::nonNull)
                .map(ByteBuffer::wrap);
        return Stream.of(headers, Stream.ofNullable(entry.key()), Stream.ofNullable(entry.value()))
                .flatMap(part -> part)
                .toList();
    }

    private static byte[] copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Some go while we look: what was in them is no longer there. */
    private static Stream<Path> files(Path directory) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && holdsData(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream();
    }

    /** Kafka's indexes are large, and hold offsets alone. */
    private static boolean holdsData(Path file) {
        return !file.toString().endsWith("index");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Value {
        private final String name;
        private final byte[] bytes;

        Value(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }
    }
}
