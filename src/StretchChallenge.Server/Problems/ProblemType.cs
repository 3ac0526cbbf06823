namespace StretchChallenge.Server.Problems;

/// <summary>
/// A type of problem (RFC 9457) that the server itself reports. The <c>type</c> of a problem is <c>/problems/</c> and
/// the code; codes are stable. Features have further codes in their refusals.
/// </summary>
/// <param name="Code">A stable identifier for programs.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">A short summary of the type.</param>
/// <param name="Detail">The default explanation, for problems without one of their own.</param>
public sealed record ProblemType(string Code, int Status, string Title, string Detail)
{
    /// <summary>Fields are missing or invalid; <c>errors</c> names each.</summary>
    public static ProblemType InvalidRequest { get; } =
        new("invalid-request", 400, "The request is not valid.", "Please check the fields named and try again.");

    /// <summary>The body is not JSON, or has unknown fields or fields of the wrong type.</summary>
    public static ProblemType MalformedRequest { get; } =
        new("malformed-request", 400, "The request cannot be read.", "The request cannot be read as it was sent.");

    /// <summary>The <c>Host</c> header is not an allowed host.</summary>
    public static ProblemType UnknownHost { get; } =
        new("unknown-host", 400, "The server does not answer to this address.", "Open the server by its own address, or have it added to AllowedHosts.");

    /// <summary>Nobody is signed in.</summary>
    public static ProblemType NotSignedIn { get; } =
        new("not-signed-in", 401, "Sign in first.", "This needs an account. Sign in and try again.");

    /// <summary>Sign-in failed. The answer is the same for every reason.</summary>
    public static ProblemType SignInFailed { get; } =
        new("sign-in-failed", 401, "Sign-in failed.", "The e-mail or the password is wrong. Check both and try again.");

    /// <summary>The caller's role does not allow it.</summary>
    public static ProblemType Forbidden { get; } =
        new("forbidden", 403, "You may not do this.", "Your account does not have the role that this needs.");

    /// <summary>A state-changing request from a page of another site.</summary>
    public static ProblemType ForeignOrigin { get; } =
        new("foreign-origin", 403, "The request comes from another site.", "Changes are accepted from this server's own pages only.");

    /// <summary>A registration of the first account without the setup code.</summary>
    public static ProblemType SetupCodeNeeded { get; } =
        new("setup-code-needed", 403, "The first account needs the setup code.", "Nobody has an account here yet. The server printed a setup code when it started: enter it.");

    /// <summary>A registration of the first account with another code than the server's.</summary>
    public static ProblemType SetupCodeWrong { get; } =
        new("setup-code-wrong", 403, "This is not the setup code.", "The setup code is another one. Enter the 16 letters and digits that the server printed when it was last started.");

    /// <summary>The resource does not exist, or the caller may not know that it exists.</summary>
    public static ProblemType NotFound { get; } =
        new("not-found", 404, "There is nothing here.", "This does not exist, or it is not yours to see.");

    /// <summary>The path exists, but not with this method.</summary>
    public static ProblemType MethodNotAllowed { get; } =
        new("method-not-allowed", 405, "The method is not allowed here.", "The Allow header of this answer names the methods that are.");

    /// <summary>Not possible in the current state.</summary>
    public static ProblemType Conflict { get; } =
        new("conflict", 409, "This is not possible now.", "Things have changed meanwhile. Reload and try again.");

    /// <summary>Another account has this e-mail.</summary>
    public static ProblemType EmailTaken { get; } =
        new("email-taken", 409, "This e-mail has an account already.", "Sign in with it, or register with another e-mail.");

    /// <summary>An <c>Idempotency-Key</c> that was used with another body before.</summary>
    public static ProblemType KeyReused { get; } =
        new("idempotency-key-reused", 409, "The Idempotency-Key was used already.", "It came with another body before. Send a new key with a new request.");

    /// <summary>The first request with this <c>Idempotency-Key</c> is still in progress.</summary>
    public static ProblemType KeyInUse { get; } =
        new("idempotency-key-in-use", 409, "The same request is being answered.", "Its first copy has not finished yet. Try again in a moment.");

    /// <summary>The body is larger than 32 KB.</summary>
    public static ProblemType TooLarge { get; } =
        new("too-large", 413, "The request is too large.", "A request's body may have up to 32 KB.");

    /// <summary>The body is not sent as JSON.</summary>
    public static ProblemType UnsupportedMediaType { get; } =
        new("unsupported-media-type", 415, "The request must be JSON.", "Send the body as JSON with the content type application/json.");

    /// <summary>Too many requests of one person or address.</summary>
    public static ProblemType TooManyRequests { get; } =
        new("too-many-requests", 429, "Too many requests.", "Wait for as long as the Retry-After header of this answer says, then try again.");

    /// <summary>An unhandled exception; the log has the trace id.</summary>
    public static ProblemType Unexpected { get; } =
        new("unexpected", 500, "Something went wrong here.", "This is a fault of the server. Try again; if it stays, tell whoever runs it the trace id.");

    /// <summary>The server is overloaded or has not started yet. Nothing was changed.</summary>
    public static ProblemType Busy { get; } =
        new("busy", 503, "The server is busy.", "Nothing was changed. Try again in a few seconds.");

    /// <summary>The database is unavailable or has no free connection. A change may or may not have been made.</summary>
    public static ProblemType DatabaseUnavailable { get; } =
        new("database-absent", 503, "The server cannot reach its data.", "The database does not answer at the moment. Send the same again in a few seconds.");

    /// <summary>The database's disk is full, or it is read-only. Nothing was changed.</summary>
    public static ProblemType DatabaseUnwritable { get; } =
        new("database-unwritable", 503, "The server cannot save anything at the moment.", "Its disk is full or read-only, and nothing was changed. Whoever runs it has to make room; then send the same again.");

    /// <summary>The node of a grain is stopping or was lost. A change may or may not have been made.</summary>
    public static ProblemType NodeUnavailable { get; } =
        new("node-absent", 503, "Part of the server is being replaced.", "Send the same again in a few seconds.");

    /// <summary>The value of <c>type</c>: a relative URI.</summary>
    public string Uri => UriOf(Code);

    private static ProblemType[] ByStatus { get; } =
        [MalformedRequest, NotSignedIn, Forbidden, NotFound, MethodNotAllowed, Conflict, TooLarge, UnsupportedMediaType, TooManyRequests, Unexpected, Busy];

    /// <summary>The <c>type</c> of a problem with this code.</summary>
    public static string UriOf(string code) => $"/problems/{code}";

    /// <summary>The general type for an HTTP status.</summary>
    public static ProblemType OfStatus(int status) =>
        Array.Find(ByStatus, type => type.Status == status)
            ?? (status < 500 ? MalformedRequest : Unexpected) with { Status = status };
}
