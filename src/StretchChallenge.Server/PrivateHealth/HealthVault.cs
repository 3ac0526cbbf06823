using System.Security.Cryptography;
using System.Text.Json;
using StretchChallenge.Domain;
using StretchChallenge.Server.Security;

namespace StretchChallenge.Server.PrivateHealth;

/// <summary>
/// Seals private health data with the master key before it is stored, and opens it again. A record opens for its own
/// person and under its own id alone: copied to another row it is of no use.
/// </summary>
internal sealed partial class HealthVault(MasterKey key, ILogger<HealthVault> log)
{
    /// <summary>Records are filled up to a multiple of this many bytes, so that the length of one does not tell a yes from a no.</summary>
    private const int Block = 256;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private int _failures;

    /// <summary>Seals what a person's record says.</summary>
    public byte[] Seal<T>(UserId owner, string recordId, T content)
        where T : class
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(content, Format);
        var filled = new byte[(json.Length + Block - 1) / Block * Block];
        filled.AsSpan().Fill((byte)' ');
        json.CopyTo(filled, 0);
        return key.Encrypt(PurposeOf(owner, recordId), filled);
    }

    /// <summary>What a record says; null where it cannot be opened: sealed with a key that is lost, changed, or another's.</summary>
    public T? Open<T>(UserId owner, string recordId, byte[] sealedRecord)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(key.Decrypt(PurposeOf(owner, recordId), sealedRecord), Format);
        }
        catch (CryptographicException)
        {
            // Whoever runs the server is to know, once: after a lost key it happens with every record.
            if (Interlocked.Increment(ref _failures) == 1)
            {
                RecordUnreadable();
            }

            return null;
        }
    }

    private static string PurposeOf(UserId owner, string recordId) => $"health/{owner.Value}/{recordId}";
}
