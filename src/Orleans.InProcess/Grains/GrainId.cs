namespace Orleans.Runtime;

/// <summary>The identity of a grain: its type and its key, for good.</summary>
public readonly struct GrainId : IEquatable<GrainId>
{
    private readonly string? _type;
    private readonly string? _key;
    private readonly int _hash;

    private GrainId(string type, string key)
    {
        _type = type;
        _key = key;
        _hash = HashCode.Combine(type, key);
    }

    /// <summary>Whether this is no identity at all.</summary>
    public bool IsDefault => _type is null;

    /// <summary>The name of the grain's type.</summary>
    internal string TypeName => _type ?? string.Empty;

    /// <summary>The key, as text.</summary>
    internal string KeyText => _key ?? string.Empty;

    /// <summary>The identity of the grain of type <paramref name="type"/> with key <paramref name="key"/>.</summary>
    /// <exception cref="ArgumentException">The key is blank.</exception>
    public static GrainId Create(string type, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return new(type, key);
    }

    /// <inheritdoc/>
    public bool Equals(GrainId other) => _hash == other._hash && _key == other._key && _type == other._type;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>The type and the key, as in <c>user/7f3a</c>.</summary>
    public override string ToString() => $"{_type}/{_key}";

    /// <summary>Whether both identify the same grain.</summary>
    public static bool operator ==(GrainId left, GrainId right) => left.Equals(right);

    /// <summary>Whether they identify different grains.</summary>
    public static bool operator !=(GrainId left, GrainId right) => !left.Equals(right);
}
