package dev.vesper.events;

/** A signing key of an instance. Aggregate {@code web_key}; the id is the {@code kid}. */
public sealed interface WebKeyEvent extends Event {

    /**
     * @param privateKey the private JWK, encrypted with the master key
     * @param publicKey the public JWK as JSON
     */
    record Added(@Secret EncryptedValue privateKey, String publicKey, Config config) implements WebKeyEvent {}

    record Activated() implements WebKeyEvent {}

    record Deactivated() implements WebKeyEvent {}

    record Removed() implements WebKeyEvent {}

    /** @param algorithm JWS algorithm, for example RS256 */
    record Config(String algorithm, int bits) {}
}
