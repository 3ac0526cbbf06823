using System.Collections.Immutable;
using System.Text.Json;

namespace StretchChallenge.Server.Hosting;

/// <summary>The words of an enum, as clients and data files write them: <c>warmUp</c>, not <c>WarmUp</c> or 3.</summary>
internal static class WireWord
{
    /// <summary>All words of an enum, in its order.</summary>
    public static ImmutableArray<string> All<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value of a word; null where there is no such word.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
            {
                return value;
            }
        }

        return null;
    }
}
