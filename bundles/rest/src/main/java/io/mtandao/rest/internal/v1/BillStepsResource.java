package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.BILLS_READ;
import static io.mtandao.api.Permission.BILLS_WRITE;
import static io.mtandao.api.Permission.WALLETS_ADJUST;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Papers;
import io.mtandao.rest.internal.edge.Download;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** What is done with a bill that was written. */
@Path("/v1/bills")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class BillStepsResource {
    static final String PDF = "application/pdf", ONE_BILL = "/v1/bills/" + Operation.MADE;
    private final Bills bills;
    private final Papers papers;

    public BillStepsResource(Bills bills, Papers papers) {
        this.bills = bills;
        this.papers = papers;
    }

    @POST
    @Path("{id}/void")
    @Operation(value = "Takes a bill back: an open one is forgotten, a booked or paid one is reversed, its money returns to the wallet.", needs = BILLS_WRITE)
    public BillView voidBill(@Context Caller caller, @PathParam("id") long id, Reason why) {
        return BillView.of(bills.voidBill(caller, id, why.reason()));
    }

    @POST
    @Path("{id}/credit-notes")
    @Operation(value = "Gives a part of a paid or booked bill back into the wallet, with its share of the tax.", needs = BILLS_WRITE, status = 201,
        location = ONE_BILL)
    public BillView creditBill(@Context Caller caller, @PathParam("id") long id, CreditDraft credit) {
        return BillView.of(bills.creditNote(caller, id, Amount.money(credit.amount, "amount"), credit.reason));
    }

    @POST
    @Path("{id}/write-off")
    @Operation(value = "Gives up the open rest of a bill that is a debt.", needs = WALLETS_ADJUST, also = BILLS_WRITE)
    public BillView writeOffBill(@Context Caller caller, @PathParam("id") long id, Reason why) {
        return BillView.of(bills.writeOff(caller, id, why.reason()));
    }

    @GET
    @Path("{id}/pdf")
    @Produces(PDF)
    @Operation(value = "The bill to print, with a QR code that pays.", needs = BILLS_READ)
    public Download printBill(@Context Caller caller, @PathParam("id") long id) {
        return file(papers.bill(caller, id));
    }

    @POST
    @Path("{id}/public-link")
    @Operation(value = "A link by which anybody can read this one bill for 90 days, to be sent to the subscriber.", needs = BILLS_READ, makes = false)
    public PublicLink linkToBill(@Context Caller caller, @PathParam("id") long id) {
        return new PublicLink(papers.publicLink(caller, id));
    }

    static Download file(Papers.Paper paper) {
        return Download.bytes(paper.fileName(), paper.content());
    }

    public record CreditDraft(@Field(needed = true, help = "above zero, at most what is left of the bill") Amount amount,
        @Field(needed = true, eg = "a week without service") String reason) {}

    public record PublicLink(@Field(needed = true, eg = "/papers/MTA0Mi4yMDI3…", help = "below the platform's address") String path) {}
}
