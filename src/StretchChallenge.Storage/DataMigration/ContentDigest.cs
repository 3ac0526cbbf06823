using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace StretchChallenge.Storage.DataMigration;

/// <summary>
/// A digest of a table's content, independent of the order of its rows: the sum of their SHA-256 hashes. Tables with the
/// same number of rows and the same digest have the same content.
/// </summary>
internal sealed class ContentDigest
{
    private readonly ArrayBufferWriter<byte> _row = new();
    private readonly ulong[] _sum = new ulong[SHA256.HashSizeInBytes / sizeof(ulong)];

    /// <summary>The number of rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row of values as converted by <see cref="StoredValue" />.</summary>
    public void Add(ReadOnlySpan<object?> row)
    {
        _row.ResetWrittenCount();
        foreach (var value in row)
        {
            Write(value);
        }

        Span<ulong> hash = stackalloc ulong[_sum.Length];
        SHA256.HashData(_row.WrittenSpan, MemoryMarshal.AsBytes(hash));
        for (var part = 0; part < _sum.Length; part++)
        {
            _sum[part] = unchecked(_sum[part] + hash[part]);
        }

        Rows++;
    }

    /// <summary>Returns whether both contain the same rows.</summary>
    public bool Equals(ContentDigest other) => Rows == other.Rows && _sum.AsSpan().SequenceEqual(other._sum);

    // Each value is prefixed with its length, so that different rows have different encodings.
    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                WriteNumber(-1);
                break;
            case string text:
                WriteBytes(Encoding.UTF8.GetBytes(text));
                break;
            case byte[] bytes:
                WriteBytes(bytes);
                break;
            case bool flag:
                WriteFixed(flag ? 1 : 0);
                break;
            case int number:
                WriteFixed(number);
                break;
            case long number:
                WriteFixed(number);
                break;
            case DateOnly date:
                WriteFixed(date.DayNumber);
                break;
            case DateTime instant:
                WriteFixed(instant.Ticks);
                break;
            default:
                throw new ArgumentException($"A value of type {value.GetType().Name} cannot be stored.", nameof(value));
        }
    }

    private void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        WriteNumber(bytes.Length);
        _row.Write(bytes);
    }

    private void WriteFixed(long number)
    {
        WriteNumber(sizeof(long));
        WriteNumber(number);
    }

    private void WriteNumber(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_row.GetSpan(sizeof(long)), number);
        _row.Advance(sizeof(long));
    }
}
