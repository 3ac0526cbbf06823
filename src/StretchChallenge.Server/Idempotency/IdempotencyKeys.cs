using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Problems;
using StretchChallenge.Storage.Idempotency;

namespace StretchChallenge.Server.Idempotency;

/// <summary>Support for the header <c>Idempotency-Key</c>: a repeated POST gets the first answer.</summary>
internal static class IdempotencySetup
{
    /// <summary>Adds the encryption of kept answers.</summary>
    public static void AddIdempotencyKeys(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ResponseProtector>();

    /// <summary>Accepts an <c>Idempotency-Key</c> on the POST endpoints of a group.</summary>
    public static TBuilder AcceptIdempotencyKeys<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new IdempotencyKeysAccepted());

    /// <summary>Adds the middleware. It must come after authorisation, so that nobody gets another person's answer.</summary>
    public static void UseIdempotencyKeys(this WebApplication app) => app.UseMiddleware<IdempotencyKeys>();
}

/// <summary>Marks endpoints whose POSTs may carry an <c>Idempotency-Key</c>.</summary>
internal sealed class IdempotencyKeysAccepted;

/// <summary>
/// Answers the repeat of a request with the first answer. A key is valid for one person, method and path, for 24 hours;
/// answers with status 5xx or 429 are not kept.
/// </summary>
internal sealed partial class IdempotencyKeys(
    RequestDelegate next,
    IIdempotencyStore store,
    ResponseProtector protector,
    TimeProvider time,
    ILogger<IdempotencyKeys> log)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 128;

    /// <summary>Handles the request, or repeats the kept answer.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!Applies(context, out var keyText))
        {
            await next(context);
            return;
        }

        if (keyText.Length is 0 or > LongestKey || keyText.Any(c => c is < '!' or > '~'))
        {
            await Problem.OfFields([RequestRefusals.InvalidIdempotencyKey(LongestKey).At(Header)]).ExecuteAsync(context);
            return;
        }

        var request = context.Request;
        var key = new IdempotencyKey(context.User.Id(), request.Method, request.Path.Value ?? "", keyText);
        var hash = await RequestBody.HashAsync(request, protector.BodyHashKey);
        switch (await store.ReserveAsync(key, hash, time.GetUtcNow(), context.RequestAborted))
        {
            case IdempotencyReservation.Reserved:
                await AnswerAsync(context, key);
                break;
            case IdempotencyReservation.Answered answered:
                await RecordedResponse.ReplayAsync(context.Response, protector.Unprotect(key, answered.Response));
                break;
            case IdempotencyReservation.OtherBody:
                await Problem.Of(RequestRefusals.IdempotencyKeyReused).ExecuteAsync(context);
                break;
            case IdempotencyReservation.InProgress:
                context.Response.Headers.RetryAfter = "1";
                await Problem.Of(RequestRefusals.IdempotencyKeyInUse).ExecuteAsync(context);
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

        await RecordedResponse.SendBodyAsync(context.Response, answer);
    }

    // The request was carried out: neither a cancelled request nor a failing store may turn its answer into an error.
    private async Task KeepAsync(IdempotencyKey key, StoredResponse? answer)
    {
        try
        {
            await (answer is { } kept && IsFinal(kept.StatusCode)
                ? store.CompleteAsync(key, protector.Protect(key, kept), CancellationToken.None)
                : store.ReleaseAsync(key, CancellationToken.None));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            AnswerNotKept(exception, key.Method);
        }
    }

    private static bool IsFinal(int status) =>
        status < StatusCodes.Status500InternalServerError && status != StatusCodes.Status429TooManyRequests;

    [LoggerMessage(LogLevel.Error, "The answer to a {Method} could not be kept for its Idempotency-Key.")]
    private partial void AnswerNotKept(Exception exception, string method);
}

/// <summary>Reads a request's body before the endpoint does.</summary>
internal static class RequestBody
{
    /// <summary>A keyed hash of the body (HMAC-SHA-256, hex). The endpoint can still read the body.</summary>
    public static async Task<string> HashAsync(HttpRequest request, byte[] key)
    {
        request.EnableBuffering();
        var hash = await HMACSHA256.HashDataAsync(key, request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return Convert.ToHexString(hash);
    }
}

/// <summary>Buffers a response so that it can be stored before it is sent, and replays stored ones.</summary>
internal static class RecordedResponse
{
    private const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>Runs the request with its body written to memory; headers stay on the response.</summary>
    public static async Task<StoredResponse> RecordAsync(HttpContext context, RequestDelegate next)
    {
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var body = new MemoryStream();
        var recorder = new StreamResponseBodyFeature(body);
        context.Features.Set<IHttpResponseBodyFeature>(recorder);
        try
        {
            await next(context);
            await recorder.CompleteAsync();
        }
        finally
        {
            context.Features.Set(original);
        }

        return new StoredResponse(context.Response.StatusCode, context.Response.ContentType, body.ToArray());
    }

    /// <summary>Sends a stored response.</summary>
    public static async Task ReplayAsync(HttpResponse response, StoredResponse answer)
    {
        response.StatusCode = answer.StatusCode;
        response.ContentType = answer.ContentType;
        response.Headers[ReplayedHeader] = "true";
        await SendBodyAsync(response, answer);
    }

    /// <summary>Sends the body of an answer. Of an answer without one nothing may be written, not even nothing.</summary>
    public static async Task SendBodyAsync(HttpResponse response, StoredResponse answer)
    {
        if (answer.Body.Length > 0)
        {
            await response.BodyWriter.WriteAsync(answer.Body, response.HttpContext.RequestAborted);
        }
    }
}
