package dev.vesper.notifier.egress;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The platform's certificate authorities, and those of a PEM file beside them. */
final class TrustedAuthorities {
    private TrustedAuthorities() {}

    /** @throws IllegalArgumentException when the file cannot be read */
    static TrustOptions withFile(String file) {
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (X509Certificate known : platform().getAcceptedIssuers()) {
                all.setCertificateEntry("platform-" + number++, known);
            }
            for (Certificate extra : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                all.setCertificateEntry("extra-" + number++, extra);
            }
            return TrustOptions.wrap(trusting(all));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("vesper.http.trust-ca: " + file + " cannot be read", e);
        }
    }

    private static X509TrustManager platform() throws GeneralSecurityException {
        return trusting(null);
    }

    private static X509TrustManager trusting(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }
}
