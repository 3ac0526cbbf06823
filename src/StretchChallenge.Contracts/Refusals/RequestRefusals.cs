using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Contracts.Refusals;

/// <summary>Refusals of any request, whatever it asks for.</summary>
public static class RequestRefusals
{
    /// <summary>Fields are missing or invalid; <c>errors</c> names each.</summary>
    public static Refusal InvalidRequest { get; } = Refusal.Invalid("Please check the fields named and try again.");

    /// <summary>The body is not JSON, or has unknown fields or fields of the wrong type.</summary>
    public static Refusal MalformedRequest { get; } = Refusal.Invalid("The request cannot be read as it was sent.");

    /// <summary>The <c>Host</c> header is not an allowed host.</summary>
    public static Refusal UnknownHost { get; } = Refusal.Invalid(
        "The server does not answer to this address. Open it by its own address, or have this one added to AllowedHosts.");

    /// <summary>An <c>Idempotency-Key</c> that cannot be one.</summary>
    public static Refusal InvalidIdempotencyKey(int most) =>
        Refusal.Invalid($"An Idempotency-Key has 1 to {most} visible characters.").With("most", most);

    /// <summary>Nobody is signed in.</summary>
    public static Refusal NotSignedIn { get; } =
        Refusal.Of(RefusalKind.NotSignedIn, "This needs an account. Sign in and try again.");

    /// <summary>The caller's role does not allow it.</summary>
    public static Refusal Forbidden { get; } = Refusal.Forbidden("Your account does not have the role that this needs.");

    /// <summary>A state-changing request from a page of another site.</summary>
    public static Refusal ForeignOrigin { get; } = Refusal.Forbidden("Changes are accepted from this server's own pages only.");

    /// <summary>The resource does not exist, or the caller may not know that it exists.</summary>
    public static Refusal NotFound { get; } = Refusal.NotFound("This does not exist, or it is not yours to see.");

    /// <summary>A page or an endpoint asked of a node that serves none.</summary>
    public static Refusal NotAWebNode { get; } =
        Refusal.NotFound("This node of the cluster serves no pages. Ask one whose Cluster:Role is all or web.");

    /// <summary>The path exists, but not with this method.</summary>
    public static Refusal MethodNotAllowed { get; } =
        Refusal.Of(RefusalKind.MethodNotAllowed, "The Allow header of this answer names the methods that are possible here.");

    /// <summary>Not possible in the current state.</summary>
    public static Refusal Conflict { get; } = Refusal.Conflict("Things have changed meanwhile. Reload and try again.");

    /// <summary>An <c>Idempotency-Key</c> that was used with another body before.</summary>
    public static Refusal IdempotencyKeyReused { get; } =
        Refusal.Conflict("This Idempotency-Key came with another body before. Send a new key with a new request.");

    /// <summary>The first request with this <c>Idempotency-Key</c> is still in progress.</summary>
    public static Refusal IdempotencyKeyInUse { get; } =
        Refusal.Conflict("The first copy of this request has not finished yet. Try again in a moment.");

    /// <summary>The body is larger than its path takes.</summary>
    public static Refusal TooLarge { get; } = Refusal.Of(RefusalKind.TooLarge, "The request's body is larger than this address takes.");

    /// <summary>The body is not sent as JSON.</summary>
    public static Refusal UnsupportedMediaType { get; } =
        Refusal.Of(RefusalKind.UnsupportedMediaType, "Send the body as JSON with the content type application/json.");

    /// <summary>Too many requests of one person or address, or calls of one person or connection.</summary>
    public static Refusal TooManyRequests { get; } = Refusal.Of(
        RefusalKind.TooMany, "Too many requests in a short time. Wait a moment, or for as long as Retry-After says, then try again.");

    /// <summary>An unhandled exception; the log has the trace id.</summary>
    public static Refusal Unexpected { get; } = Refusal.Of(
        RefusalKind.Fault, "This is a fault of the server. Try again; if it stays, tell whoever runs it the trace id.");

    /// <summary>The server is overloaded or has not started yet.</summary>
    public static Refusal Busy { get; } = Refusal.Busy("The server is busy. Nothing was changed; try again in a few seconds.");

    /// <summary>The readiness check failed.</summary>
    public static Refusal NotReady { get; } = Refusal.Busy(
        "The database does not answer or cannot be written to, or this node is not in its cluster at the moment.");

    /// <summary>The database is unavailable or has no free connection. A change may or may not have been made.</summary>
    public static Refusal DatabaseAbsent { get; } =
        Refusal.Busy("The database does not answer at the moment. Send the same again in a few seconds.");

    /// <summary>The database's disk is full, or it is read-only.</summary>
    public static Refusal DatabaseUnwritable { get; } = Refusal.Busy(
        "The server cannot save anything: its disk is full or read-only. Nothing was changed. Whoever runs it has to make room; then send the same again.");

    /// <summary>The node of a grain is stopping or was lost. A change may or may not have been made.</summary>
    public static Refusal NodeAbsent { get; } =
        Refusal.Busy("Part of the server is being replaced. Send the same again in a few seconds.");
}
