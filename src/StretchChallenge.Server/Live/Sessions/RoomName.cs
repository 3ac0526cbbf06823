using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>The names that people give themselves in a room.</summary>
internal static class RoomName
{
    /// <summary>The most characters, as people count them.</summary>
    public const int Longest = 40;

    // A character may be made of many: a family of four, or a letter under a heap of accents.
    private const int LongestText = 4 * Longest;

    /// <summary>The name without what is invisible or turns text around; null where none was given.</summary>
    /// <exception cref="HubException">It is too long, or nothing of it can be seen.</exception>
    public static string? Clean(string? name)
    {
        if (name is null)
        {
            return null;
        }

        // What is far too long is not even looked through.
        var clean = name.Length <= 2 * LongestText ? CleanText.Of(name) : name;
        return clean.Length is 0 or > LongestText || new StringInfo(clean).LengthInTextElements > Longest
            ? throw new HubException($"A name has 1 to {Longest} characters that can be seen.")
            : clean;
    }
}
