package io.mtandao.ui.apikey;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import io.mtandao.api.tenant.ApiKeys;
import io.mtandao.api.tenant.ApiKeys.ApiKey;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;

/** The keys, without what they are. */
final class ApiKeysGrid extends ListGrid<ApiKey> {
    private static final long serialVersionUID = 1;

    ApiKeysGrid(ApiKeys keys, Who who, Component whenEmpty) {
        super("api-keys-grid");
        Formats f = who.formats();
        wide("name", t("apiKeys.name"), ApiKey::name);
        wide("hint", t("apiKeys.hint"), ApiKey::hint);
        wide("scopes", t("apiKeys.may"), k -> ScopesField.words(k.scopes())).setAutoWidth(false).setFlexGrow(4);
        wide("used", t("apiKeys.used"), k -> k.lastUsedAt() == null ? t("staff.never") : f.fromNow(k.lastUsedAt()));
        narrow(ApiKey::name, k -> ScopesField.words(k.scopes()), k -> null);
        source(new KeysetDataProvider<>(q -> keys.list(who.caller(), q), null, ApiKey::id), whenEmpty);
    }
}
