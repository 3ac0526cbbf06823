using System.Text;

namespace StretchChallenge.Domain.Standings;

/// <summary>
/// The ids and names of many people in UTF-8, in blocks of memory instead of an object for each. What is replaced stays until so
/// much of it has gathered that the owner copies the rest into another pool.
/// </summary>
internal sealed class TextPool
{
    private const int BlockSize = 1 << 14;
    private const int HeaderSize = 3;

    private readonly List<byte[]> _blocks = [];
    private int _end;

    /// <summary>How many bytes were added.</summary>
    public long Length { get; private set; }

    /// <summary>Adds an id and a name; returns their place.</summary>
    public int Add(string id, string name)
    {
        var idLength = checked((byte)Encoding.UTF8.GetByteCount(id));
        var nameLength = checked((ushort)Encoding.UTF8.GetByteCount(name));
        var place = Take(HeaderSize + idLength + nameLength, out var bytes);
        bytes[0] = idLength;
        BitConverter.TryWriteBytes(bytes[1..], nameLength);
        Encoding.UTF8.GetBytes(id, bytes[HeaderSize..]);
        Encoding.UTF8.GetBytes(name, bytes[(HeaderSize + idLength)..]);
        return place;
    }

    /// <summary>Adds what another pool has at a place; returns the place here.</summary>
    public int Add(TextPool other, int place)
    {
        var source = other.At(place)[..other.LengthAt(place)];
        var copy = Take(source.Length, out var bytes);
        source.CopyTo(bytes);
        return copy;
    }

    /// <summary>How many bytes a place takes.</summary>
    public int LengthAt(int place) => HeaderSize + At(place)[0] + BitConverter.ToUInt16(At(place)[1..]);

    /// <summary>The id, whose bytes have the ordinal order of the strings.</summary>
    public ReadOnlySpan<byte> Id(int place) => At(place).Slice(HeaderSize, At(place)[0]);

    /// <summary>The name.</summary>
    public ReadOnlySpan<byte> Name(int place) => At(place)[(HeaderSize + At(place)[0])..LengthAt(place)];

    private ReadOnlySpan<byte> At(int place) => _blocks[place / BlockSize].AsSpan(place % BlockSize);

    private int Take(int length, out Span<byte> bytes)
    {
        if (_blocks.Count == 0 || _end + length > _blocks[^1].Length)
        {
            // A longer text gets a block of its own.
            _blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(BlockSize, length)));
            _end = 0;
        }

        var place = checked(((_blocks.Count - 1) * BlockSize) + _end);
        bytes = _blocks[^1].AsSpan(_end, length);
        _end += length;
        Length += length;
        return place;
    }
}
