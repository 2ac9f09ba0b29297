package dev.vesper.simulation.database;

import io.vertx.sqlclient.PropertyKind;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import io.vertx.sqlclient.impl.ArrayTuple;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result as the driver gives it. */
final class Answer implements RowSet<Row> {
    private final Result result;

    Answer(Result result) {
        this.result = result;
    }

    @Override
    public RowIterator<Row> iterator() {
        Iterator<@Nullable Object[]> rows = result.rows().iterator();
        return new RowIterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                return new AnswerRow(result.columns(), rows.next());
            }
        };
    }

    @Override
    public int rowCount() {
        return result.rowCount();
    }

    @Override
    public int size() {
        return result.rows().size();
    }

    @Override
    public List<String> columnsNames() {
        return result.columns();
    }

    @Override
    public List<ColumnDescriptor> columnDescriptors() {
        return List.of();
    }

    @Override
    @SuppressWarnings("NullAway") // As the driver has it: there is no such property.
    public <V> @Nullable V property(PropertyKind<V> kind) {
        return null;
    }

    @Override
    public RowSet<Row> value() {
        return this;
    }

    @Override
    @SuppressWarnings("NullAway") // As the driver has it: there is no other result.
    public @Nullable RowSet<Row> next() {
        return null;
    }

    private static final class AnswerRow extends ArrayTuple implements Row {
        private final List<String> columns;

        private AnswerRow(List<String> columns, @Nullable Object[] values) {
            super(Arrays.asList(values));
            this.columns = columns;
        }

        @Override
        public String getColumnName(int place) {
            return columns.get(place);
        }

        @Override
        public int getColumnIndex(@Nullable String column) {
            return columns.indexOf(column);
        }
    }
}
