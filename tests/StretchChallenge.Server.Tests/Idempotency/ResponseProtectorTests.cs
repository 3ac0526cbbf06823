using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using StretchChallenge.Domain;
using StretchChallenge.Server.Idempotency;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Idempotency;

namespace StretchChallenge.Server.Tests.Idempotency;

public sealed class ResponseProtectorTests
{
    private static readonly MasterKey Key = new(new byte[MasterKey.Size]);
    private static readonly IdempotencyKey Request = new(new UserId("ann"), "POST", "/api/challenges", "key-1");
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"1"}""");

    private readonly ResponseProtector _protector = new(new EphemeralDataProtectionProvider(), Key);

    [Fact]
    public void Unprotect_SameKey_GivesTheResponse()
    {
        var stored = _protector.Protect(Request, new StoredResponse(201, "application/json", Body));

        Assert.Equal(-1, stored.Body.Span.IndexOf(Body));
        var response = _protector.Unprotect(Request, stored);
        Assert.Equal((201, "application/json"), (response.StatusCode, response.ContentType));
        Assert.Equal(Body, response.Body.ToArray());
    }

    [Fact]
    public void Unprotect_OtherKey_Throws()
    {
        var stored = _protector.Protect(Request, new StoredResponse(201, "application/json", Body));

        Assert.Throws<CryptographicException>(() => _protector.Unprotect(Request with { Key = "key-2" }, stored));
        Assert.Throws<CryptographicException>(() => _protector.Unprotect(Request with { User = new UserId("ben") }, stored));
    }

    [Fact]
    public void Unprotect_LegacyRecord_GivesTheResponse()
    {
        var legacy = Key.Encrypt("idempotency ann POST key-1 /api/challenges", Body);

        Assert.Equal(Body, _protector.Unprotect(Request, new StoredResponse(201, "application/json", legacy)).Body.ToArray());
    }

    [Fact]
    public void Unprotect_ContentWasDeleted_HasNoBody() =>
        Assert.True(_protector.Unprotect(Request, new StoredResponse(204, null, ReadOnlyMemory<byte>.Empty)).Body.IsEmpty);
}
