package dev.vesper.benchmark;

import dev.vesper.local.Addresses;
import dev.vesper.local.LocalStack;
import dev.vesper.local.demo.DemoFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What a newcomer sees: signs in to Alpha, opens Beta, signs out of Alpha, and Beta's page turns by itself. */
final class FirstSignOut {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SIGNED_IN = "body[data-state^=in-]";
    private static final String TOLD = "body[data-state=out-told]";

    private final Browser browser = new Browser();
    private final URI alpha;
    private final URI beta;
    private final DemoFile demo;

    private FirstSignOut(Addresses addresses, DemoFile demo) {
        this.alpha = URI.create(addresses.demoApp(0) + "/");
        this.beta = URI.create(addresses.demoApp(1) + "/");
        this.demo = demo;
    }

    /** @return the milliseconds from the click at Alpha to Beta's page that shows the logout token */
    static double clickToPageMs(LocalStack stack) throws Exception {
        var demo = Files.readString(stack.data().root().resolve("demo.json"));
        return new FirstSignOut(stack.addresses(), DemoFile.parse(demo)).measure();
    }

    private double measure() throws Exception {
        var atAlpha = signIn();
        require(browser.open(beta.resolve("/login")), SIGNED_IN);
        var listening = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var turned = threads.submit(turn(listening));
            if (!listening.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the page of Beta hears nothing");
            }
            long clicked = System.nanoTime();
            browser.submit(atAlpha, "form[action=/logout]", Map.of());
            return (turned.get(LIMIT.toSeconds(), TimeUnit.SECONDS) - clicked) / 1e6;
        }
    }

    private Page signIn() throws IOException, InterruptedException {
        var page = browser.open(alpha.resolve("/login"));
        page = browser.submit(page, "form#login-name", Map.of("loginName", demo.userName()));
        return require(browser.submit(page, "form#password", Map.of("password", demo.password())), SIGNED_IN);
    }

    /** As the page's script does it: when the server says that its state is another, it is fetched anew. */
    private Callable<Long> turn(CountDownLatch listening) {
        return () -> {
            try (var lines = browser.lines(beta.resolve("/events"))) {
                var changes = lines.filter(line -> line.startsWith("data: ")).iterator();
                while (!changes.next().equals("data: out-told")) {
                    listening.countDown();
                }
            }
            require(browser.open(beta), TOLD);
            return System.nanoTime();
        };
    }

    private static Page require(Page page, String selector) {
        if (!page.has(selector)) {
            throw new IllegalStateException("no " + selector + " on " + page);
        }
        return page;
    }
}
