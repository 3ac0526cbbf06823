using Orleans.InProcess;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Identity and references of grains.</summary>
public static class GrainExtensions
{
    /// <summary>Returns the identity behind a grain or a reference.</summary>
    /// <exception cref="ArgumentException"><paramref name="grain"/> is neither.</exception>
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        null => throw new ArgumentNullException(nameof(grain)),
        GrainReference reference => reference.GrainId,
        IGrainBase instance => Activation.Of(instance).GrainId,
        _ => throw new ArgumentException($"{grain.GetType()} is neither a grain nor a reference.", nameof(grain)),
    };

    /// <summary>Returns a grain's string key.</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().KeyText;

    /// <summary>Returns a grain's <see cref="Guid"/> key.</summary>
    /// <exception cref="InvalidOperationException">The key is none.</exception>
    public static Guid GetPrimaryKey(this IAddressable grain)
    {
        var grainId = grain.GetGrainId();
        return Guid.TryParseExact(grainId.KeyText, "N", out var key)
            ? key
            : throw new InvalidOperationException($"Unable to extract GUID key from grain id {grainId}");
    }

    /// <summary>Returns a reference to the same grain: what a grain hands out instead of itself.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain) => grain switch
    {
        GrainReference reference => reference.Cast<TGrainInterface>(),
        IGrainBase instance => Activation.Of(instance).CreateReference<TGrainInterface>(),
        _ => throw new ArgumentException($"{grain?.GetType()} is neither a grain nor a reference.", nameof(grain)),
    };
}
