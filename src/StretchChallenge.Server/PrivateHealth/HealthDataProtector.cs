using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using StretchChallenge.Domain;
using StretchChallenge.Server.Security;

namespace StretchChallenge.Server.PrivateHealth;

/// <summary>
/// Encrypts private health data before it is stored, with ASP.NET Core Data Protection. A record can only be decrypted for
/// the same person and record id: copied to another row it is unreadable.
/// </summary>
/// <remarks>
/// Data Protection rotates its keys but never deletes old ones, and they are stored beside the records: a record stays
/// readable as long as the master key, which encrypts those keys, is kept.
/// </remarks>
internal sealed partial class HealthDataProtector(
    IDataProtectionProvider provider,
    MasterKey masterKey,
    ILogger<HealthDataProtector> log)
{
    /// <summary>Records are padded to a multiple of this many bytes, so that the length does not reveal the answer.</summary>
    private const int Block = 256;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    private readonly IDataProtector _protector = provider.CreateProtector("StretchChallenge.PrivateHealth");

    private int _failures;

    /// <summary>Encrypts the content of a person's record.</summary>
    public byte[] Protect<T>(UserId owner, string recordId, T content)
        where T : class
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(content, Format);
        var padded = new byte[(json.Length + Block - 1) / Block * Block];
        padded.AsSpan().Fill((byte)' ');
        json.CopyTo(padded, 0);
        return ProtectorOf(owner, recordId).Protect(padded);
    }

    /// <summary>
    /// Decrypts a record. Returns null when that is impossible: its key is lost, it was changed, or it belongs to another
    /// person or id.
    /// </summary>
    public T? Unprotect<T>(UserId owner, string recordId, byte[] record)
        where T : class
    {
        try
        {
            var json = LegacyRecord.Is(record)
                ? LegacyRecord.Decrypt(masterKey, $"health/{owner.Value}/{recordId}", record)
                : ProtectorOf(owner, recordId).Unprotect(record);
            return JsonSerializer.Deserialize<T>(json, Format);
        }
        catch (CryptographicException)
        {
            // Logged once per process: after the loss of the master key it happens with every record.
            if (Interlocked.Increment(ref _failures) == 1)
            {
                RecordUnreadable();
            }

            return null;
        }
    }

    private IDataProtector ProtectorOf(UserId owner, string recordId) => _protector.CreateProtector(owner.Value, recordId);

    // Without the person's id: that somebody has a record is private too.
    [LoggerMessage(
        LogLevel.Warning,
        "A private record cannot be opened: the master key is not the one it was encrypted with, or it was changed. Restore the key from its backup, if there is one.")]
    private partial void RecordUnreadable();
}
