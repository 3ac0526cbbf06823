namespace StretchChallenge.Contracts.Tests.Architecture;

/// <summary>
/// Ways in which code inside a grain would leave the scheduler that keeps its turns apart, or hold up the turn
/// (ORLEANS0014 for the first).
/// </summary>
internal static class TurnEscapes
{
    private static readonly (string Way, string Instead)[] Ways =
    [
        ("ConfigureAwait(", "await the task as it is"),
        ("Task.Run(", "do it within the turn, or in a service beside the grain"),
        ("StartNew(", "do it within the turn, or in a service beside the grain"),
        ("ContinueWith(", "await the task"),
        ("Parallel.", "do it within the turn, or in a service beside the grain"),
        ("ThreadPool.", "do it within the turn, or in a service beside the grain"),
        ("new Thread(", "do it within the turn, or in a service beside the grain"),
        ("async void", "return a task"),
        ("GetResult()", "await the task"),
        ("new Timer(", "RegisterGrainTimer"),
        ("PeriodicTimer", "RegisterGrainTimer"),
        ("CreateTimer(", "RegisterGrainTimer"),
        ("Task.Delay(", "RegisterGrainTimer, or the call waits and so does everybody behind it"),
    ];

    /// <summary>The ways that a source takes, each with what to do instead; nothing where it takes none.</summary>
    public static IEnumerable<string> In(string source)
    {
        var code = string.Join('\n', source.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        return Ways.Where(way => code.Contains(way.Way, StringComparison.Ordinal)).Select(way => $"{way.Way} leaves the turn: {way.Instead}.");
    }
}
