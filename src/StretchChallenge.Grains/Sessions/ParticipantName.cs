using System.Globalization;
using System.Text;

namespace StretchChallenge.Grains.Sessions;

/// <summary>Compares the names in a room as people see them.</summary>
internal static class ParticipantName
{
    /// <summary>The same for names that differ only in case, width, spaces or signs that cannot be seen.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned))
            {
                key.Append(Rune.ToUpperInvariant(rune).ToString());
            }
        }

        return key.ToString().Normalize(NormalizationForm.FormKC);
    }
}
