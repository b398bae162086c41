package city.urbanops.dispatch.notice.delivery;

import city.urbanops.dispatch.notice.application.MessagePort;
import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Message;
import city.urbanops.dispatch.notice.domain.MessageChannel;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Singleton;

/** E-mail over SMTP; the server and the sender are {@code quarkus.mailer.*}. */
@Singleton
class Mails implements MessagePort {

    /** So that a mail sent again after a crash can be recognised. */
    static final String ID_HEADER = "UrbanOps-Message";

    private final ReactiveMailer mailer;
    private final NoticeConfig config;

    Mails(ReactiveMailer mailer, NoticeConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.EMAIL;
    }

    @Override
    public boolean isConnected() {
        return config.email().enabled();
    }

    @Override
    public Uni<Void> send(Message message) {
        Mail mail = Mail.withText(message.address(), message.subject(), message.body())
                .addHeader(ID_HEADER, message.messageId().toString())
                .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail)
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure(SMTPException.class)
                .transform(Mails::withoutAddress)
                .onFailure(IllegalArgumentException.class)
                .transform(notAnAddress -> new Refused("it is not a mail address"));
    }

    /** A server's reply may repeat the address, so only its code is kept. */
    private static Throwable withoutAddress(Throwable trouble) {
        SMTPException reply = (SMTPException) trouble;
        String reason = "the mail server answered " + reply.getReplyCode();
        return reply.isPermanent() ? new Refused(reason) : new IllegalStateException(reason);
    }
}
