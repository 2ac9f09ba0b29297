package dev.vesper.oidc.http;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** All that pages say. The English texts stand in {@code messages/m.properties}; another language is another file. */
@MessageBundle("m")
public interface Messages {
    /** The language itself, as a BCP 47 tag. */
    @Message
    String language();

    @Message
    String product();

    @Message
    String sign_in();

    @Message
    String to_go_on_to(String app);

    @Message
    String login_name();

    @Message
    String next();

    @Message
    String password();

    @Message
    String signing_in_as(String name);

    @Message
    String other_account();

    @Message
    String choose_account();

    @Message
    String wrong_credentials();

    @Message
    String account_locked();

    @Message
    String sign_out();

    @Message
    String sign_out_question();

    @Message
    String sign_out_of_all();

    @Message
    String sign_out_whom();

    @Message
    String sign_out_everyone();

    @Message
    String sign_out_all_devices();

    @Message
    String sign_out_all_devices_text();

    @Message
    String yes_sign_out();

    @Message
    String no_stay();

    @Message
    String signed_out();

    @Message
    String signed_out_text();

    @Message
    String signed_out_alone();

    @Message
    String told(Told told);

    @Message
    String go_on_to_app();

    @Message
    String look_again();

    @Message
    String still_signed_in();

    @Message
    String still_signed_in_text();

    @Message
    String my_sessions();

    @Message
    String my_sessions_none();

    @Message
    String this_browser();

    @Message
    String signed_in_since(String since);

    @Message
    String apps_in_session(String apps);

    @Message
    String sign_out_everywhere();

    @Message
    String going_on();

    @Message
    String going_on_text();

    @Message
    String go_on();

    @Message
    String error_title();

    @Message
    String complaint(Complaint complaint);
}
