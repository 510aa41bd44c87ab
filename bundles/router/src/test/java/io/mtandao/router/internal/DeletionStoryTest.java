package io.mtandao.router.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.testing.db.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A router goes when no subscription stands on it any more. */
class DeletionStoryTest extends RouterStory {
    /** Billing has it; the word of it has not come here. */
    private void sold(long id, Long router) {
        ServiceToDeliver service = service(ServiceType.PPPOE, id, router, "user-" + id, false, null);
        subscriptions.put(isp + "/" + id, service);
    }

    @ParameterizedTest
    @EnumSource
    void aRouterOnWhichSubscriptionsStandIsNotDeletedAndStaffReadHowManyAndWhatToDo(TestDatabase.Kind kind) {
        given(kind);
        Router old = router("old"), next = router("new");
        wants(7, old.id(), "grace", true);
        sold(8, old.id());
        assertThatThrownBy(() -> routers.delete(owner, old.id())).isInstanceOf(Conflict.class)
            .hasMessage("2 subscriptions stand on this router, those that are pending or expired counted; move them to another router first");
        wants(7, next.id(), "grace", true);
        assertThatThrownBy(() -> routers.delete(owner, old.id())).isInstanceOf(Conflict.class).hasMessageStartingWith("1 subscription stands")
            .hasMessageEndingWith("move it to another router first");
        assertThat(routers.get(owner, old.id()).name()).isEqualTo("old");
        sold(8, null);
        routers.delete(owner, old.id());
        assertThatThrownBy(() -> routers.get(owner, old.id())).isInstanceOf(NotFound.class);
        assertThat(state(7).routerId()).isEqualTo(next.id());
        assertThat(audit.entries).contains("router.delete router/" + old.id());
    }

    @ParameterizedTest
    @EnumSource
    void whoWasCancelledOrMovedAMomentAgoHoldsItNoMoreAndTheWordThatComesLateDoesNoHarm(TestDatabase.Kind kind) {
        given(kind);
        Router old = router("old"), next = router("new");
        wants(7, old.id(), "grace", true);
        wants(8, old.id(), "brian", true);
        run(old);
        subscriptions.remove(isp + "/7");
        sold(8, next.id());
        routers.delete(owner, old.id());
        desired.refresh(isp, 7, null, null);
        desired.refresh(isp, 8, old.id(), null);
        assertThat(routers.state(owner, 7)).isEmpty();
        assertThat(state(8)).returns(next.id(), Routers.NetworkState::routerId).returns(null, Routers.NetworkState::error);
        assertThat(run(old)).as("its jobs end").isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsPutOnARouterInTheMomentInWhichItIsDeletedIsToldToChooseAnother(TestDatabase.Kind kind) {
        given(kind);
        Router old = router("old"), next = router("new");
        routers.delete(owner, old.id());
        wants(7, old.id(), "grace", true);
        assertThat(state(7)).returns("its router was deleted; choose another", Routers.NetworkState::error).returns(false, Routers.NetworkState::applied)
            .returns(null, Routers.NetworkState::routerId);
        wants(7, next.id(), "grace", true);
        assertThat(state(7)).returns(null, Routers.NetworkState::error).returns(next.id(), Routers.NetworkState::routerId);
    }

    @ParameterizedTest
    @EnumSource
    void anotherIspsSubscriptionsDoNotHoldIt(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        var first = isp;
        var its = owner;
        anIsp();
        sold(7, r.id());
        routers.delete(its, r.id());
        assertThat(audit.entries).contains("router.delete router/" + r.id());
        assertThat(first).isNotEqualTo(isp);
    }
}
