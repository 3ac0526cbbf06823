namespace StretchChallenge.Server.Idempotency;

/// <summary>Answers a repeated POST as the first time (<c>Idempotency-Key</c>).</summary>
internal static class IdempotencySetup
{
    /// <summary>Adds the seal of kept answers.</summary>
    public static void AddIdempotencyKeys(this WebApplicationBuilder builder) => builder.Services.AddSingleton<AnswerSeal>();

    /// <summary>Lets the POSTs of a group carry an <c>Idempotency-Key</c>.</summary>
    public static TBuilder AcceptIdempotencyKeys<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new IdempotencyKeysAccepted());

    /// <summary>Keeps first answers and gives them again; stands inside authorisation, so that nobody gets another's answer.</summary>
    public static void UseIdempotencyKeys(this WebApplication app) => app.UseMiddleware<IdempotencyKeys>();
}
