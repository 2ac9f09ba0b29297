package dev.vesper.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser: the one that is installed on this machine. */
final class Chromium implements AutoCloseable {
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = launch(playwright);

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(installed())
                        // Nothing but our own pages is opened, and root, as which containers run, has no sandbox.
                        .setArgs(List.of("--no-sandbox")));
    }

    private static Path installed() {
        var directories = System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1);
        return Stream.of(directories)
                .flatMap(directory -> BROWSERS.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "This test needs Chromium; install it, for example with: apt-get install chromium"));
    }
}
