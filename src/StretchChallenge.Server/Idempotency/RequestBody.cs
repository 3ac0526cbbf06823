using System.Security.Cryptography;

namespace StretchChallenge.Server.Idempotency;

/// <summary>Reads a request's body ahead of the endpoint.</summary>
internal static class RequestBody
{
    /// <summary>A hash that tells one body from another, and nothing of it without the secret; the endpoint can still read the body.</summary>
    public static async Task<string> HashAsync(HttpRequest request, byte[] secret)
    {
        request.EnableBuffering();
        var hash = await HMACSHA256.HashDataAsync(secret, request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return Convert.ToHexString(hash);
    }
}
