using System.Text;

namespace StretchChallenge.Domain.Text;

/// <summary>
/// A name in the forms by which it is held against others in one place: teams of a challenge, guests in a room. Two names
/// are alike when they differ in case or width alone ("Straße", "STRASSE"), or when they look the same ("Blue" with a
/// Cyrillic "е"), by the skeletons of UTS #39. Invisible characters never tell names apart.
/// </summary>
public sealed class DistinctName
{
    private readonly string _caseless;
    private readonly string _skeleton;
    private readonly string _caselessSkeleton;

    private DistinctName(string visible)
    {
        _caseless = FoldCase(visible);
        _skeleton = Map(visible, rune => UnicodeData.PrototypeOf(rune) ?? rune.ToString());
        _caselessSkeleton = FoldCase(Map(visible, ToAscii));
    }

    /// <summary>The forms of a name.</summary>
    public static DistinctName Of(string name) =>
        new(TextForms.WithoutInvisible(TextForms.Nfkc(TextForms.WithoutInvisible(DisplayText.Clean(name)))));

    /// <summary>Whether two names are alike.</summary>
    public static bool AreAlike(string first, string second) => Of(first).IsLike(Of(second));

    /// <summary>Whether the names are alike.</summary>
    public bool IsLike(DistinctName other) =>
        _caseless == other._caseless || _skeleton == other._skeleton || _caselessSkeleton == other._caselessSkeleton;

    private static string FoldCase(string text) => TextForms.Nfkc(string.Concat(text.EnumerateRunes().Select(UnicodeData.FoldCase)));

    // UTS #39, section 4: decomposed, each character replaced, and decomposed again.
    private static string Map(string text, Func<Rune, string> replace) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).EnumerateRunes().Select(replace)).Normalize(NormalizationForm.FormD);

    // Look-alikes of other scripts as Latin letters of the same case. Latin letters and digits stay: "I" looks like "l", but
    // a team I is none that differs from a team L in case alone.
    private static string ToAscii(Rune rune) => !rune.IsAscii && UnicodeData.PrototypeOf(rune) is { } prototype && prototype.All(char.IsAscii)
        ? prototype == "l" && Rune.IsUpper(rune) ? "I" : prototype
        : rune.ToString();
}
