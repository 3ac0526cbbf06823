namespace StretchChallenge.Server.Calendars;

/// <summary>The words of a calendar in one language.</summary>
/// <param name="Calendar">The calendar's name.</param>
/// <param name="Break">One live break.</param>
/// <param name="Stretching">What is done in a break whose routine there is no more.</param>
/// <param name="Join">How to join a break by its code and its address.</param>
internal sealed record CalendarWords(string Calendar, string Break, string Stretching, Func<string, Uri, string> Join)
{
    private static readonly CalendarWords English = new(
        "Stretch breaks", "Stretch break", "Stretching", (code, link) => $"Join with the code {code}, or here: {link}");

    private static readonly CalendarWords German = new(
        "Dehnpausen", "Dehnpause", "Dehnen", (code, link) => $"Mach mit: Code {code}, oder hier: {link}");

    /// <summary>The words in a language, by its two letters; English where there are none.</summary>
    public static CalendarWords In(string language) => language == "de" ? German : English;
}
