using Microsoft.AspNetCore.Http.Features;
using StretchChallenge.Storage.Idempotency;

namespace StretchChallenge.Server.Idempotency;

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
        await response.BodyWriter.WriteAsync(answer.Body, response.HttpContext.RequestAborted);
    }
}
