package dev.vesper.eventstore.write;

import dev.vesper.events.AuthRequestEvent;
import dev.vesper.events.SessionEvent.UserAgent;
import dev.vesper.eventstore.ManualClock;
import dev.vesper.eventstore.TestSettings;
import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.crypto.Passwords;
import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.crypto.TestKeys;
import dev.vesper.eventstore.crypto.UserKeys;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.write.authrequest.AuthRequests;
import dev.vesper.eventstore.write.authrequest.CodeIssuing;
import dev.vesper.eventstore.write.authrequest.TestAuthRequests;
import dev.vesper.eventstore.write.instance.InstanceCommand;
import dev.vesper.eventstore.write.instance.InstanceCommands;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.instance.TestInstances;
import dev.vesper.eventstore.write.instance.TokenLifetimes;
import dev.vesper.eventstore.write.oidcsession.TestTokens;
import dev.vesper.eventstore.write.org.OrgCommand;
import dev.vesper.eventstore.write.org.OrgCommands;
import dev.vesper.eventstore.write.org.OrgDecider;
import dev.vesper.eventstore.write.org.TestOrgs;
import dev.vesper.eventstore.write.project.AppCommands;
import dev.vesper.eventstore.write.project.ProjectCommands;
import dev.vesper.eventstore.write.project.TestProjects;
import dev.vesper.eventstore.write.session.SessionEnding;
import dev.vesper.eventstore.write.session.SignIn;
import dev.vesper.eventstore.write.session.TestSessions;
import dev.vesper.eventstore.write.user.PersonalAccessTokens;
import dev.vesper.eventstore.write.user.TestUsers;
import dev.vesper.eventstore.write.user.UserCommands;
import dev.vesper.eventstore.write.webkey.TestWebKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The whole write side on any log, with a clock that stands still and an instance set up. */
public final class WriteSide implements AutoCloseable {
    public static final String INSTANCE = "default";
    public static final String ORG = "org1";
    public static final AdminCaller ADMIN = new AdminCaller(INSTANCE, "admin");
    public static final UserAgent BROWSER = new UserAgent("browser", "Firefox", null);
    public static final String REDIRECT = "https://alpha.example.com/callback";

    public final EventLog log;
    /** About the database's time, since events carry that. */
    public final Instant start = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    public final ManualClock clock = new ManualClock(start);
    public final RandomTokens tokens;
    public final IdSource ids;
    public final MasterKey masterKey = new MasterKey(Base64.getEncoder().encodeToString(new byte[32]));
    public final UserKeys userKeys;
    public final Passwords passwords = TestKeys.passwords();
    public final Journal journal;
    public final CommandPipeline pipeline;
    public final UserCommands users;
    public final PersonalAccessTokens accessTokens;
    public final OrgCommands orgs;
    public final InstanceCommands instance;
    public final ProjectCommands projects;
    public final AppCommands apps;
    public final SignIn signIn;
    public final SessionEnding sessions;
    public final AuthRequests requests;
    public final CodeIssuing codes;
    public final TestTokens oidc;

    /** @param maxPasswordAttempts of the lockout policy */
    public WriteSide(EventLog log, int maxPasswordAttempts) {
        this(
                log,
                TestKeys.userKeys(new MasterKey(Base64.getEncoder().encodeToString(new byte[32])), new Random(1)),
                20261120);
        setUp(maxPasswordAttempts);
    }

    /**
     * Without an instance.
     *
     * @param seed of ids and secrets: different for each pod on one log
     */
    public WriteSide(EventLog log, UserKeys userKeys, long seed) {
        RandomGenerator random = new Random(seed);
        this.tokens = new RandomTokens(random);
        this.ids = new TimeSortedIds(clock, random);
        this.log = log;
        this.userKeys = userKeys;
        this.journal = new Journal(userKeys);
        this.pipeline = new CommandPipeline(new Aggregates(log, journal, 100), log, clock, random, 20);
        TokenSettings settings = TestSettings.of(TokenSettings.class, "vesper.tokens", Map.of());
        this.users = TestUsers.users(pipeline, ids, passwords, userKeys, masterKey);
        this.accessTokens = TestUsers.accessTokens(pipeline.aggregates(), clock);
        this.orgs = TestOrgs.orgs(pipeline, ids);
        this.instance = TestInstances.instances(pipeline);
        this.projects = TestProjects.projects(pipeline, ids);
        this.apps = TestProjects.apps(pipeline, ids, tokens, TestWebKeys.keys(log, pipeline.aggregates(), masterKey));
        this.signIn = TestSessions.signIn(pipeline, passwords, ids, clock);
        this.sessions = TestSessions.ending(pipeline);
        this.requests = TestAuthRequests.requests(pipeline, ids, clock, settings);
        this.codes = TestAuthRequests.codes(pipeline, requests, ids, tokens, clock, settings);
        this.oidc = TestTokens.create(pipeline, ids, tokens, clock, settings);
    }

    private void setUp(int maxPasswordAttempts) {
        var setUp = new InstanceCommand.SetUp(
                INSTANCE, List.of("localhost"), ORG, maxPasswordAttempts, TokenLifetimes.DEFAULT);
        pipeline.execute(unit -> {
            unit.begin(
                    new AggregateId(INSTANCE, "instance", INSTANCE),
                    INSTANCE,
                    "test",
                    InstanceDecider.decide(setUp, InstanceDecider.initialState()));
            unit.begin(
                    new AggregateId(INSTANCE, "org", ORG),
                    ORG,
                    "test",
                    OrgDecider.decide(new OrgCommand.Add("Default"), OrgDecider.initialState()));
            return ORG;
        });
    }

    public String newUser(String userName) {
        return users.createHuman(ADMIN, TestUsers.human(userName)).userId();
    }

    public SignIn.Result signIn(String userId, String password) {
        return signIn.signIn(new SignIn.Request(INSTANCE, userId, password, BROWSER, ""));
    }

    /** @return the session's id */
    public String signIn(String userId) {
        return ((SignIn.SignedIn) signIn(userId, TestUsers.PASSWORD)).sessionId();
    }

    /** A request of the app, with a code challenge for {@link Relying#VERIFIER}. */
    public static AuthRequestEvent.Added request(String clientId, String... scope) {
        return requestIn(BROWSER.id(), clientId, scope);
    }

    static AuthRequestEvent.Added requestIn(String userAgentId, String clientId, String... scope) {
        return new AuthRequestEvent.Added(
                clientId,
                REDIRECT,
                List.of(scope),
                "state",
                "nonce",
                Relying.CHALLENGE,
                "S256",
                "code",
                null,
                List.of(),
                null,
                List.of(),
                "https://id.example.com",
                userAgentId);
    }

    @Override
    public void close() {
        passwords.close();
    }
}
