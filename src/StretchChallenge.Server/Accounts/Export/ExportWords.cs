namespace StretchChallenge.Server.Accounts.Export;

/// <summary>The texts of an export's page in one language.</summary>
internal sealed record ExportWords
{
    private static readonly ExportWords English = new() { Language = "en" };

    private static readonly ExportWords German = new()
    {
        Language = "de",
        Title = "Deine Daten in Stretch Challenge",
        Lead = "Alles, was über dich gespeichert ist. Dieselben Daten stehen für Programme in data.json. Stand:",
        Account = "Konto",
        Name = "Name",
        Email = "E-Mail",
        ShownOnBoards = "Mit Namen auf Ranglisten",
        CreatedAt = "Angelegt",
        Role = "Rolle",
        CalendarFeed = "Kalenderadresse seit",
        TimeZones = "Zeitzonen",
        WorkPatterns = "Arbeitstage",
        WorkDays = "Tage",
        TimeOff = "Freie Tage",
        From = "Von",
        To = "Bis",
        Date = "Datum",
        When = "Zeitpunkt",
        How = "Wie",
        RecordedAt = "Erfasst",
        Days = "Erledigte Tage",
        Routines = "Erledigte Routinen",
        Routine = "Routine",
        Seconds = "Sekunden",
        Breaks = "Live-Pausen",
        Hosted = "Geleitet",
        Devices = "Angemeldete Geräte",
        Passkeys = "Passkeys",
        LastUsed = "Zuletzt benutzt",
        Browser = "Browser",
        Nudges = "Anstupser der letzten Tage",
        Log = "Protokoll",
        Action = "Vorgang",
        ByMe = "Von dir",
        Safety = "Sicherheitsfrage",
        DiscInjury = "Bandscheibenverletzung",
        NotAnswered = "nicht beantwortet",
        RatherNotSay = "keine Angabe",
        Unreadable = "Der Server kann die Antwort nicht mehr lesen.",
        SelfTests = "Selbsttests",
        LegRaise = "Beinheben links / rechts (Grad)",
        SitAndReach = "Rumpfbeuge (cm)",
        BackFeeling = "Rückengefühl (0–10)",
        JoinedOn = "Beigetreten",
        Team = "Team",
        State = "Stand",
        Streak = "Serie",
        Best = "Beste Serie",
        DoneOfDue = "Erledigt / fällig",
        Yes = "ja",
        No = "nein",
        None = "keine",
        Codes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["guided"] = "Routine", ["live"] = "Live-Pause", ["selfReported"] = "nachgetragen", ["done"] = "erledigt", ["frozen"] = "geschützt",
            ["pending"] = "offen", ["missed"] = "verpasst", ["off"] = "frei", ["participant"] = "dabei", ["captain"] = "Teamleitung",
            ["organiser"] = "Organisation", ["siteAdministrator"] = "Administration", ["guest"] = "Gast",
        },
    };

    public required string Language { get; init; }

    public string Title { get; init; } = "Your data in Stretch Challenge";

    public string Lead { get; init; } = "Everything that is stored about you. The same data is in data.json for programs. As of:";

    public string Account { get; init; } = "Account";

    public string Name { get; init; } = "Name";

    public string Email { get; init; } = "E-mail";

    public string ShownOnBoards { get; init; } = "Listed by name on boards";

    public string CreatedAt { get; init; } = "Created";

    public string Role { get; init; } = "Role";

    public string CalendarFeed { get; init; } = "Calendar address since";

    public string TimeZones { get; init; } = "Time zones";

    public string WorkPatterns { get; init; } = "Work days";

    public string WorkDays { get; init; } = "Days";

    public string TimeOff { get; init; } = "Time off";

    public string From { get; init; } = "From";

    public string To { get; init; } = "To";

    public string Date { get; init; } = "Date";

    public string When { get; init; } = "When";

    public string How { get; init; } = "How";

    public string RecordedAt { get; init; } = "Recorded";

    public string Days { get; init; } = "Days done";

    public string Routines { get; init; } = "Routines done";

    public string Routine { get; init; } = "Routine";

    public string Seconds { get; init; } = "Seconds";

    public string Breaks { get; init; } = "Live breaks";

    public string Hosted { get; init; } = "Hosted";

    public string Devices { get; init; } = "Signed-in devices";

    public string Passkeys { get; init; } = "Passkeys";

    public string LastUsed { get; init; } = "Last used";

    public string Browser { get; init; } = "Browser";

    public string Nudges { get; init; } = "Nudges of the last days";

    public string Log { get; init; } = "Log";

    public string Action { get; init; } = "Action";

    public string ByMe { get; init; } = "By you";

    public string Safety { get; init; } = "Safety question";

    public string DiscInjury { get; init; } = "Disc injury";

    public string NotAnswered { get; init; } = "not answered";

    public string RatherNotSay { get; init; } = "rather not say";

    public string Unreadable { get; init; } = "The server cannot read the answer any more.";

    public string SelfTests { get; init; } = "Self-tests";

    public string LegRaise { get; init; } = "Leg raise left / right (degrees)";

    public string SitAndReach { get; init; } = "Sit and reach (cm)";

    public string BackFeeling { get; init; } = "Back feeling (0–10)";

    public string JoinedOn { get; init; } = "Joined";

    public string Team { get; init; } = "Team";

    public string State { get; init; } = "State";

    public string Streak { get; init; } = "Streak";

    public string Best { get; init; } = "Best streak";

    public string DoneOfDue { get; init; } = "Done / due";

    public string Yes { get; init; } = "yes";

    public string No { get; init; } = "no";

    public string None { get; init; } = "none";

    /// <summary>Words for codes.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["guided"] = "routine", ["live"] = "live break", ["selfReported"] = "reported", ["siteAdministrator"] = "administrator",
    };

    /// <summary>The texts in a language; in English where it has none.</summary>
    public static ExportWords In(string language) => language == German.Language ? German : English;

    /// <summary>The word for a code; the code itself where it has none.</summary>
    public string Of(string code) => Codes.GetValueOrDefault(code, code);

    /// <summary>Yes or no.</summary>
    public string YesNo(bool value) => value ? Yes : No;
}
