package org.luoshi.web.access;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.luoshi.access.Accounts;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.shell.Messages;
import org.springframework.stereotype.Component;

/// Who did something, by the name of the account.
@Component
public class People {

    /// What the program does by itself, and what the demonstration reports.
    private static final String SYSTEM = "system";

    private final Accounts accounts;
    private final Messages messages;

    People(Accounts accounts, Messages messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    /// For one page: asks for each account once. An account that is gone keeps its id.
    public Function<String, Text> names() {
        Map<String, Text> known = new HashMap<>();
        return account -> known.computeIfAbsent(account, this::name);
    }

    private Text name(String account) {
        if (account.equals(SYSTEM)) return messages.text("people.system");
        return accounts.find(account)
                .map(viewer -> new Text(viewer.name().zh() + "（" + account + "）", viewer.name().en() + " (" + account + ")"))
                .orElse(Text.same(account));
    }
}
