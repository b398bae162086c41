package city.urbanops.dispatch;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;

/** A real SMTP server that knows everybody but one. */
final class PickyMailServer extends GreenMail {

    static final String REFUSED = "nobody@water.example";

    PickyMailServer(int port) {
        super(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers usual) {
        SmtpManager picky = new SmtpManager(usual.getImapHostManager(), usual.getUserManager()) {
            @Override
            public String checkRecipient(SmtpState state, MailAddress address) {
                return address.getEmail().equals(REFUSED) ? "550 5.1.1 no such user" : null;
            }
        };
        return super.createServices(setups, new Managers() {
            @Override
            public SmtpManager getSmtpManager() {
                return picky;
            }
        });
    }
}
