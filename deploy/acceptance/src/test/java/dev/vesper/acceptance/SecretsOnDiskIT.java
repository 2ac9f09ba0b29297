package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.vesper.proto.internal.v1.GetSigningKeysRequest;
import dev.vesper.proto.internal.v1.KeysGrpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Looks for every secret and personal value of one person's life in the very bytes that the database and the broker keep:
 * tables, indexes, write-ahead log, segments.
 */
@Order(9)
@ExtendWith(WholeSystem.class)
final class SecretsOnDiskIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PLANTED = "planted-so-that-it-is-found-4711";

    /** What a segment or a page would need to hold for the search to be worth anything. */
    private static final Admin.Known KNOWN = new Admin.Known(
            "zebedee.quixley",
            "Zebedee-Given",
            "Quixley-Family",
            "Zebedee the Displayed",
            "zq-mail@quixley.example",
            "+41795550417");

    private static final Map<String, String> PERSONAL = Map.of(
            "user name", KNOWN.userName(),
            "given name", KNOWN.givenName(),
            "family name", KNOWN.familyName(),
            "display name", KNOWN.displayName(),
            "email", KNOWN.email(),
            "phone", KNOWN.phone());

    @Test
    void what_is_secret_or_personal_is_nowhere_in_plain(Vesper vesper) {
        Path data = vesper.stack().data().root();
        try (Tables tables = new Tables(vesper.stack().postgresUrl())) {
            tables.run(
                    "ALTER SYSTEM SET wal_recycle = off",
                    "ALTER SYSTEM SET min_wal_size = '32MB'",
                    "SELECT pg_reload_conf()");
            Person person = new Person(
                    vesper.stack().addresses().issuer(), vesper.admin().createUser(KNOWN));
            Map<String, String> secrets = secretsOfALife(vesper, person);
            tables.settle();

            assertThat(new Disk(secrets).find(data.resolve("postgres"))).isEmpty();
            assertThat(new Disk(secrets).findInSegments(data.resolve("kafka"))).isEmpty();
            assertThat(new Disk(secrets).find(data.resolve("logs"))).isEmpty();
            assertThat(new Disk(hashes(secrets)).findInSegments(data.resolve("kafka")))
                    .isEmpty();
            Disk personal = new Disk(PERSONAL);
            assertThat(personal.findInSegments(data.resolve("kafka"))).isEmpty();
            assertThat(personal.find(data.resolve("logs"))).isEmpty();
            assertThat(personal.find(tables.files("eventstore", data.resolve("postgres"))))
                    .isEmpty();
            assertThat(personal.find(tables.files("projections", data.resolve("postgres"))))
                    .as("the view of users has them in plain: so this search does find what is there")
                    .hasSizeGreaterThanOrEqualTo(PERSONAL.size());

            vesper.admin().delete("/admin/v1/users/" + person.account().userId());
            awaitForgotten(tables, person.account().userId());
            Eventually.isTrue(LIMIT, "no file of the database holds the person", () -> {
                // What an open transaction may still see stays until it has ended, whoever vacuums.
                tables.run(
                        "VACUUM (FULL, ANALYZE) projections.users2",
                        "VACUUM (FULL, ANALYZE) projections.sessions1",
                        "VACUUM FULL pg_catalog.pg_statistic");
                tables.settle();
                return personal.find(data.resolve("postgres")).isEmpty();
            });
            assertThat(personal.findInSegments(data.resolve("kafka"))).isEmpty();
        }
    }

    @Test
    void what_was_planted_is_found(Vesper vesper) {
        Path data = vesper.stack().data().root();
        Disk planted = new Disk(Map.of("planted", PLANTED));
        try (Tables tables = new Tables(vesper.stack().postgresUrl());
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", vesper.stack().kafkaBootstrap(), "compression.type", "lz4"),
                        new StringSerializer(),
                        new StringSerializer())) {
            // The log of the database is searched before the checkpoint, which removes what it needs no more; and a
            // value may
            // be cut in two where a page of it ends, so there are many.
            tables.run("CREATE TABLE planted AS SELECT '" + PLANTED + "'::text AS text FROM generate_series(1, 500)");
            Eventually.isTrue(
                    LIMIT,
                    "what was planted is in the write-ahead log",
                    () -> planted.find(data.resolve("postgres")).stream()
                            .anyMatch(found -> found.startsWith("planted in pg_wal")));
            tables.run("CHECKPOINT");
            assertThat(planted.find(data.resolve("postgres"))).anyMatch(found -> found.startsWith("planted in base"));
            createTopic(vesper, "planted");
            var sent = producer.send(new ProducerRecord<>("planted", (PLANTED + " ").repeat(20)));
            producer.flush();
            assertThat(sent).succeedsWithin(LIMIT);
            assertThat(planted.findInSegments(data.resolve("kafka"))).anyMatch(found -> found.contains("/planted-0/"));
            tables.run("DROP TABLE planted");
        }
    }

    /** Signs in, refreshes and signs out; everything on the way that nobody else may know. */
    private static Map<String, String> secretsOfALife(Vesper vesper, Person person) {
        RelyingParty app = vesper.relyingParty();
        RelyingParty.Attempt attempt = app.attempt();
        URI callback = person.signIn(attempt.uri());
        SignedIn signedIn = app.finish(attempt, callback);
        var refreshed = app.refresh(signedIn.tokens().getRefreshToken());
        Map<String, String> secrets = new HashMap<>();
        secrets.put("password", person.account().password());
        secrets.put("code", parameter(callback, "code"));
        secrets.put("access token", signedIn.tokens().getAccessToken().getValue());
        secrets.put("refresh token", signedIn.tokens().getRefreshToken().getValue());
        secrets.put(
                "second refresh token",
                refreshed.toSuccessResponse().getTokens().getRefreshToken().getValue());
        secrets.put("client secret", app.app().clientSecret());
        secrets.put("admin's token", vesper.stack().adminToken());
        secrets.put("admin's password", read(vesper.stack().data().adminPassword()));
        secrets.put("master key", read(vesper.stack().data().root().resolve("master.key")));
        secrets.put("internal credential", Internal.CREDENTIAL);
        secrets.put("private key", privateKey(vesper));
        person.signOutOf(app, signedIn);
        return secrets;
    }

    /** The log keeps them to check against; whoever reads the topic has no need to. */
    private static Map<String, String> hashes(Map<String, String> secrets) {
        Map<String, String> hashes = new HashMap<>();
        secrets.forEach((name, value) -> hashes.put("hash of " + name, sha256(value)));
        hashes.put("hash of a password", "$argon2id$");
        return hashes;
    }

    private static void createTopic(Vesper vesper, String name) {
        try (var brokers =
                AdminClient.create(Map.of("bootstrap.servers", vesper.stack().kafkaBootstrap()))) {
            brokers.createTopics(List.of(new NewTopic(name, 1, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    private static void awaitForgotten(Tables tables, String userId) {
        Eventually.isTrue(
                LIMIT,
                "the key is destroyed and the view has forgotten",
                () -> tables.texts("""
                        SELECT 'known' FROM eventstore.user_keys WHERE user_id = '%1$s'
                        UNION ALL
                        SELECT 'known' FROM projections.users2 WHERE user_id = '%1$s' AND state <> 'removed'
                        """.formatted(userId)).isEmpty());
    }

    private static String privateKey(Vesper vesper) {
        try (Internal internal = vesper.asOidcService()) {
            var request = GetSigningKeysRequest.newBuilder()
                    .setInstanceId(vesper.instanceId())
                    .build();
            String jwk = internal.ask(KeysGrpc::newBlockingStub, LIMIT)
                    .getSigningKeys(request)
                    .getKeys(0)
                    .getPrivateJwk();
            return RSAKey.parse(jwk).getPrivateExponent().toString();
        } catch (ParseException e) {
            throw new AssertionError("no JWK", e);
        }
    }

    private static String parameter(URI uri, String name) {
        return Pattern.compile("&")
                .splitAsStream(uri.getRawQuery())
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String sha256(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
