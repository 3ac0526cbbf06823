using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Accounts.Passkeys;

/// <summary>An authenticator of WebAuthn with one passkey, which answers as a browser would send it, or as an attacker would.</summary>
internal sealed class SoftwareAuthenticator
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string _userHandle = "";

    /// <summary>The credential's id.</summary>
    public byte[] CredentialId { get; init; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>The counter, which grows with each use; 0 for an authenticator without one.</summary>
    public uint Count { get; set; } = 1;

    /// <summary>Makes the passkey.</summary>
    public JsonObject Create(JsonElement options, Fraud? fraud = null)
    {
        _userHandle = options.GetProperty("user").Text("id");
        var clientData = ClientData(fraud?.Type ?? "webauthn.create", options, fraud);
        byte[] credential = [.. new byte[16], 0, (byte)CredentialId.Length, .. CredentialId, .. PublicKey()];
        var authData = AuthenticatorData(fraud?.RpId ?? options.GetProperty("rp").Text("id"), 0x40, fraud, credential);

        var cbor = new CborWriter();
        cbor.WriteStartMap(3);
        cbor.WriteTextString("fmt");
        cbor.WriteTextString("none");
        cbor.WriteTextString("attStmt");
        cbor.WriteStartMap(0);
        cbor.WriteEndMap();
        cbor.WriteTextString("authData");
        cbor.WriteByteString(authData);
        cbor.WriteEndMap();
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(clientData),
            ["attestationObject"] = Base64Url.EncodeToString(cbor.Encode()),
            ["transports"] = new JsonArray("internal", "hybrid"),
        });
    }

    /// <summary>Uses the passkey.</summary>
    public JsonObject Use(JsonElement options, Fraud? fraud = null)
    {
        Count = Count == 0 ? 0 : Count + 1;
        var clientData = ClientData(fraud?.Type ?? "webauthn.get", options, fraud);
        var authData = AuthenticatorData(fraud?.RpId ?? options.Text("rpId"), 0, fraud, []);
        byte[] signed = [.. authData, .. SHA256.HashData(clientData)];
        var signature = _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (fraud?.BreakSignature == true)
        {
            signature[^1] ^= 1;
        }

        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(clientData),
            ["authenticatorData"] = Base64Url.EncodeToString(authData),
            ["signature"] = Base64Url.EncodeToString(signature),
            ["userHandle"] = fraud?.UserHandle is { } user ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(user)) : _userHandle,
        });
    }

    private static byte[] ClientData(string type, JsonElement options, Fraud? fraud) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = fraud?.Challenge ?? options.Text("challenge"),
        origin = fraud?.Origin ?? "http://localhost",
        crossOrigin = fraud?.CrossOrigin ?? false,
    });

    private byte[] AuthenticatorData(string rpId, byte flags, Fraud? fraud, byte[] credential)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, fraud?.Count ?? Count);
        // Present, and verified.
        var all = (byte)(flags | 0x01 | (fraud?.Unverified == true ? 0 : 0x04));
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(rpId)), all, .. count, .. credential];
    }

    // COSE: EC2, ES256, P-256.
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        var cbor = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cbor.WriteStartMap(5);
        foreach (var (label, value) in new[] { (1, 2), (3, -7), (-1, 1) })
        {
            cbor.WriteInt32(label);
            cbor.WriteInt32(value);
        }

        cbor.WriteInt32(-2);
        cbor.WriteByteString(point.X!);
        cbor.WriteInt32(-3);
        cbor.WriteByteString(point.Y!);
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private JsonObject Answer(JsonObject response) => new()
    {
        ["id"] = Base64Url.EncodeToString(CredentialId),
        ["rawId"] = Base64Url.EncodeToString(CredentialId),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    };
}

/// <summary>What an attacker changes of an answer.</summary>
internal sealed record Fraud
{
    /// <summary>The page's origin.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether the page was in a frame of another site.</summary>
    public bool CrossOrigin { get; init; }

    /// <summary>The challenge, in base64url.</summary>
    public string? Challenge { get; init; }

    /// <summary>The site that the passkey is for.</summary>
    public string? RpId { get; init; }

    /// <summary>The ceremony.</summary>
    public string? Type { get; init; }

    /// <summary>Whose passkey it is.</summary>
    public string? UserHandle { get; init; }

    /// <summary>The counter.</summary>
    public uint? Count { get; init; }

    /// <summary>Whether nobody showed that it is them.</summary>
    public bool Unverified { get; init; }

    /// <summary>Whether the signature is another.</summary>
    public bool BreakSignature { get; init; }
}
