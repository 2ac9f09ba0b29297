package dev.vesper.projection.setup;

import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.database.Transaction;
import dev.vesper.projection.engine.EventLogReader;
import dev.vesper.projection.engine.Projection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Does each step once, in order, and records it. Any number of pods may do so at the same time. */
public final class Setup {
    private static final Logger LOG = Logger.getLogger(Setup.class);
    private static final Sql LOCK = Sql.of(Setup.class, "lock_setup");
    private static final Sql FIND_STEP = Sql.of(Setup.class, "find_step");
    private static final Sql RECORD_STEP = Sql.of(Setup.class, "record_step");
    private static final Sql CANCEL_REBUILDS = Sql.of(Setup.class, "cancel_rebuilds");
    private static final Sql ADD_BACK_CHANNEL_LOGOUT_URI = Sql.of(Setup.class, "step_37_add_back_channel_logout_uri");
    private static final Sql ADD_API_CONFIGS = Sql.of(Setup.class, "step_39_add_api_configs");
    private static final Sql ADD_LOGOUT_SETTINGS = Sql.of(Setup.class, "step_40_add_logout_settings");
    private static final Sql ADD_DEFAULT_LANGUAGE = Sql.of(Setup.class, "step_42_add_default_language");
    private static final Sql ORDER_INSTANCES = Sql.of(Setup.class, "step_43_order_instances");

    private final Database database;

    public Setup(Database database) {
        this.database = database;
    }

    /** The views' tables, and the steps that change them. */
    public void prepareTables(Collection<? extends Projection> projections) {
        List<SetupStep> steps = new ArrayList<>();
        projections.forEach(projection -> steps.add(tablesOf(projection)));
        if (projections.stream().anyMatch(projection -> projection.name().equals("apps"))) {
            steps.add(change("37_add_back_channel_logout_uri", ADD_BACK_CHANNEL_LOGOUT_URI));
            steps.add(change("39_add_api_configs", ADD_API_CONFIGS));
            steps.add(change("40_add_logout_settings", ADD_LOGOUT_SETTINGS));
        }
        if (projections.stream().anyMatch(projection -> projection.name().equals("instances"))) {
            steps.add(change("42_add_default_language", ADD_DEFAULT_LANGUAGE));
            steps.add(change("43_order_instances", ORDER_INSTANCES));
        }
        steps.forEach(this::runOnce);
    }

    /**
     * The steps that need to know what the log holds.
     *
     * @throws dev.vesper.projection.engine.LogUnavailable when it does not answer; call it again later
     */
    public void startHandlers(EventLogReader log) {
        runOnce(new SetupStep("38_back_channel_logout_notification_start", new BackChannelLogoutStart(log)));
    }

    private void runOnce(SetupStep step) {
        if (isDone(step)) {
            return;
        }
        Consumer<Transaction> write = step.prepare().run();
        boolean done = database.withConnection(connection -> {
            Transaction transaction = new Transaction(database, connection);
            transaction.send(LOCK.with());
            boolean doneByAnother = transaction.ask(FIND_STEP.with(step.name())).size() > 0;
            if (!doneByAnother) {
                write.accept(transaction);
                transaction.send(RECORD_STEP.with(step.name()));
            }
            transaction.commit();
            return !doneByAnother;
        });
        if (done) {
            LOG.infof("Setup step %s is done.", step.name());
        }
    }

    private boolean isDone(SetupStep step) {
        return database.run(FIND_STEP, step.name()).size() > 0;
    }

    private static SetupStep tablesOf(Projection projection) {
        return script("create " + projection.stateName(), Sql.of(projection.getClass(), "create"));
    }

    /** A rebuild that was begun before it has tables as they were. */
    private static SetupStep change(String name, Sql script) {
        return new SetupStep(name, () -> transaction -> {
            transaction.send(CANCEL_REBUILDS.with(name));
            transaction.sendScript(script);
        });
    }

    private static SetupStep script(String name, Sql script) {
        return new SetupStep(name, () -> transaction -> transaction.sendScript(script));
    }
}
