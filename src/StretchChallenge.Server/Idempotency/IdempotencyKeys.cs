using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Problems;
using StretchChallenge.Storage.Idempotency;

namespace StretchChallenge.Server.Idempotency;

/// <summary>
/// Gives the repeat of a request the first answer again. The key counts for one person, method and path, for 24 hours;
/// answers of a server that failed or was too busy are not kept.
/// </summary>
internal sealed partial class IdempotencyKeys(
    RequestDelegate next,
    IIdempotencyStore store,
    AnswerSeal seal,
    TimeProvider time,
    ILogger<IdempotencyKeys> log)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 128;

    /// <summary>Answers, for the first time or again.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!Applies(context, out var given))
        {
            await next(context);
            return;
        }

        if (given.Length is 0 or > LongestKey || given.Any(c => c is < '!' or > '~'))
        {
            await Problem.Of(ProblemType.InvalidRequest, $"{Header} has 1 to {LongestKey} visible characters.", Header).ExecuteAsync(context);
            return;
        }

        var request = context.Request;
        var key = new IdempotencyKey(context.User.Id(), request.Method, request.Path.Value ?? "", given);
        var hash = await RequestBody.HashAsync(request, seal.HashSecret);
        switch (await store.ReserveAsync(key, hash, time.GetUtcNow(), context.RequestAborted))
        {
            case IdempotencyReservation.Reserved:
                await AnswerAsync(context, key);
                break;
            case IdempotencyReservation.Answered answered:
                await RecordedResponse.ReplayAsync(context.Response, seal.Open(key, answered.Response));
                break;
            case IdempotencyReservation.OtherBody:
                await Problem.Of(ProblemType.KeyReused).ExecuteAsync(context);
                break;
            case IdempotencyReservation.InProgress:
                context.Response.Headers.RetryAfter = "1";
                await Problem.Of(ProblemType.KeyInUse).ExecuteAsync(context);
                break;
        }
    }

    private static bool Applies(HttpContext context, out string key)
    {
        key = context.Request.Headers[Header].ToString();
        return context.Request.Headers.ContainsKey(Header)
            && HttpMethods.IsPost(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<IdempotencyKeysAccepted>() is not null
            && context.User.IdOrNull() is not null;
    }

    private async Task AnswerAsync(HttpContext context, IdempotencyKey key)
    {
        StoredResponse? answer = null;
        try
        {
            answer = await RecordedResponse.RecordAsync(context, next);
        }
        finally
        {
            await KeepAsync(key, answer);
        }

        await context.Response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted);
    }

    // The work is done by now: neither a client that went away nor a store that fails may take its answer back.
    private async Task KeepAsync(IdempotencyKey key, StoredResponse? answer)
    {
        try
        {
            await (answer is { } kept && IsFinal(kept.StatusCode)
                ? store.CompleteAsync(key, seal.Seal(key, kept), CancellationToken.None)
                : store.ReleaseAsync(key, CancellationToken.None));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            AnswerNotKept(exception, key.Method);
        }
    }

    private static bool IsFinal(int status) =>
        status < StatusCodes.Status500InternalServerError && status != StatusCodes.Status429TooManyRequests;
}
