using Microsoft.AspNetCore.DataProtection;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Idempotency;

namespace StretchChallenge.Server.Idempotency;

/// <summary>
/// Encrypts the answers kept for repeats of a request, with ASP.NET Core Data Protection: they contain secrets and private
/// data that is encrypted elsewhere too.
/// </summary>
internal sealed class ResponseProtector(IDataProtectionProvider provider, MasterKey masterKey)
{
    private readonly IDataProtector _protector = provider.CreateProtector("StretchChallenge.IdempotentResponses");

    /// <summary>
    /// The key of the hashes of request bodies, the same on every node and after every restart. A hash without a key would
    /// reveal a body that has few possible values.
    /// </summary>
    public byte[] BodyHashKey { get; } = masterKey.Derive("idempotency-bodies");

    /// <summary>The response with its body encrypted, for this key alone.</summary>
    public StoredResponse Protect(IdempotencyKey key, StoredResponse response) =>
        response with { Body = ProtectorOf(key).Protect(response.Body.ToArray()) };

    /// <summary>The response as it was given. One whose content was deleted since has no body.</summary>
    public StoredResponse Unprotect(IdempotencyKey key, StoredResponse stored) =>
        stored.Body.IsEmpty ? stored : stored with { Body = UnprotectBody(key, stored.Body.ToArray()) };

    // Answers are kept for 24 hours, so records of the legacy format occur only on the first day after an upgrade.
    private byte[] UnprotectBody(IdempotencyKey key, byte[] body) => LegacyRecord.Is(body)
        ? LegacyRecord.Decrypt(masterKey, $"idempotency {key.User.Value} {key.Method} {key.Key} {key.Path}", body)
        : ProtectorOf(key).Unprotect(body);

    private IDataProtector ProtectorOf(IdempotencyKey key) => _protector.CreateProtector(key.User.Value, key.Method, key.Path, key.Key);
}
