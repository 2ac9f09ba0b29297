package dev.vesper.oidc.world;

import com.google.protobuf.Timestamp;
import dev.vesper.oidc.world.World.Account;
import dev.vesper.oidc.world.World.Registration;
import dev.vesper.proto.admin.v1.AccessTokenType;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.AppState;
import dev.vesper.proto.admin.v1.AppType;
import dev.vesper.proto.admin.v1.AuthMethodType;
import dev.vesper.proto.admin.v1.Details;
import dev.vesper.proto.admin.v1.GrantType;
import dev.vesper.proto.admin.v1.HumanEmail;
import dev.vesper.proto.admin.v1.HumanPhone;
import dev.vesper.proto.admin.v1.HumanProfile;
import dev.vesper.proto.admin.v1.OidcConfig;
import dev.vesper.proto.admin.v1.ResponseType;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.admin.v1.UserState;

/** Two people and a few apps. */
public final class Fixtures {
    public static final String ALPHA = "alpha-client";
    public static final String BETA = "beta-client";
    public static final String SPA = "spa-client";
    public static final String NATIVE = "native-client";
    public static final String FRONT = "front-client";
    public static final String BACK = "back-client";
    public static final String FRAME_URI = "https://front.example.com:8443/logout?app=%C3%A4&x=1";
    public static final String SECRET = "a secret with : and % and ü";
    public static final String REDIRECT_URI = "https://rp.example.com/callback";
    public static final String LOGGED_OUT_URI = "https://rp.example.com/logged-out";

    private Fixtures() {}

    static void fill(World world) {
        add(world, user("user-ada", "ada", "Ada", "Lovelace"), "analytical");
        add(world, user("user-grace", "grace", "Grace", "Hopper"), "compiler");
        OidcConfig web = web().build();
        add(world, ALPHA, web);
        add(
                world,
                BETA,
                web().setAccessTokenType(AccessTokenType.ACCESS_TOKEN_TYPE_JWT).build());
        add(
                world,
                SPA,
                web().setAppType(AppType.APP_TYPE_USER_AGENT)
                        .setAuthMethodType(AuthMethodType.AUTH_METHOD_TYPE_NONE)
                        .build());
        add(
                world,
                FRONT,
                web().setFrontChannelLogoutUri(FRAME_URI)
                        .setFrontChannelLogoutSessionRequired(true)
                        .build());
        add(
                world,
                BACK,
                web().setBackChannelLogoutUri("https://back.example.com/logout").build());
        add(
                world,
                NATIVE,
                web().setAppType(AppType.APP_TYPE_NATIVE)
                        .setAuthMethodType(AuthMethodType.AUTH_METHOD_TYPE_NONE)
                        .clearRedirectUris()
                        .addRedirectUris("http://127.0.0.1/callback")
                        .addPostLogoutRedirectUris("http://127.0.0.1/bye")
                        .build());
    }

    public static OidcConfig.Builder web() {
        return OidcConfig.newBuilder()
                .addRedirectUris(REDIRECT_URI)
                .addPostLogoutRedirectUris(LOGGED_OUT_URI)
                .addResponseTypes(ResponseType.RESPONSE_TYPE_CODE)
                .addGrantTypes(GrantType.GRANT_TYPE_AUTHORIZATION_CODE)
                .addGrantTypes(GrantType.GRANT_TYPE_REFRESH_TOKEN)
                .setAppType(AppType.APP_TYPE_WEB)
                .setAuthMethodType(AuthMethodType.AUTH_METHOD_TYPE_BASIC)
                .setAccessTokenType(AccessTokenType.ACCESS_TOKEN_TYPE_BEARER)
                .setIdTokenSignedResponseAlg("RS256");
    }

    public static App app(String clientId, OidcConfig config) {
        return App.newBuilder()
                .setAppId("app-" + clientId)
                .setProjectId("project-1")
                .setName(clientId)
                .setClientId(clientId)
                .setState(AppState.APP_STATE_ACTIVE)
                .setOidc(config)
                .build();
    }

    public static User user(String id, String userName, String givenName, String familyName) {
        return User.newBuilder()
                .setUserId(id)
                .setUserName(userName)
                .addLoginNames(userName)
                .setState(UserState.USER_STATE_ACTIVE)
                .setProfile(HumanProfile.newBuilder()
                        .setGivenName(givenName)
                        .setFamilyName(familyName)
                        .setDisplayName(givenName + " " + familyName)
                        .setPreferredLanguage("en"))
                .setEmail(HumanEmail.newBuilder()
                        .setEmail(userName + "@example.com")
                        .setIsVerified(true))
                .setPhone(HumanPhone.newBuilder().setPhone("+41446681800"))
                .setDetails(Details.newBuilder()
                        .setChangeDate(Timestamp.newBuilder().setSeconds(1_700_000_000)))
                .build();
    }

    private static void add(World world, User user, String password) {
        world.accounts.put(user.getUserName(), new Account(user, password, 0));
    }

    private static void add(World world, String clientId, OidcConfig config) {
        world.registrations.put(clientId, new Registration(app(clientId, config), SECRET, false));
    }
}
