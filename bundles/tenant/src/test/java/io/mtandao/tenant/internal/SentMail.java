package io.mtandao.tenant.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.messaging.Messages;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messaging that writes down the mails it is given. */
public final class SentMail {
    public record Mail(String tenant, String to, String subject, String text, String key) {
        /** The token in the link. */
        public String token() {
            Matcher m = Pattern.compile("https://isp\\.example\\.org/ui/\\w+\\?token=(\\S+)").matcher(text);
            if (!m.find()) throw new AssertionError("no link in: " + text);
            return m.group(1);
        }
    }

    private final List<Mail> mails = new CopyOnWriteArrayList<>();

    Messages service() {
        return (Messages) Proxy.newProxyInstance(SentMail.class.getClassLoader(), new Class<?>[] {Messages.class}, (proxy, method, args) -> {
            if (!method.getName().equals("mail")) throw new UnsupportedOperationException(method.getName());
            mails.add(new Mail(((Caller) args[0]).tenant().value(), (String) args[1], (String) args[2], (String) args[3], (String) args[4]));
            return true;
        });
    }

    public List<Mail> to(World.Home home) {
        return mails.stream().filter(m -> m.tenant().equals(home.tenant().value())).toList();
    }

    public Mail last(World.Home home) {
        List<Mail> all = to(home);
        return all.get(all.size() - 1);
    }
}
