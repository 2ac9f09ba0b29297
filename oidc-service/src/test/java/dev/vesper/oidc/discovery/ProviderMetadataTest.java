package dev.vesper.oidc.discovery;

import dev.vesper.oidc.world.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OpenID Connect Discovery 1.0, section 3. */
final class ProviderMetadataTest {
    @Test
    void the_metadata_are_as_agreed() {
        Golden.check("discovery.json", ProviderMetadata.of("https://id.example.com", List.of("RS256"), true, true));
    }
}
