using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Storage.Results;

namespace StretchChallenge.Server.Results;

/// <summary>Somebody who ever joined a challenge. The figures are those of the boards, of who chose to be listed there (rule 21).</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Team">The team, or the last one of who left.</param>
/// <param name="Role">The role in the challenge.</param>
/// <param name="Joined">The first day in the challenge.</param>
/// <param name="Left">The first day after leaving.</param>
/// <param name="Percent">Consistency in whole percent.</param>
/// <param name="Streak">The current streak in days.</param>
/// <param name="Best">The longest streak.</param>
/// <param name="ConsistencyRank">The rank on the board of consistency.</param>
/// <param name="StreakRank">The rank on the board of streaks.</param>
internal sealed record PersonLine(
    string Id,
    string Name,
    string? Email,
    string? Team,
    string Role,
    DateOnly Joined,
    DateOnly? Left,
    int? Percent,
    int? Streak,
    int? Best,
    int? ConsistencyRank,
    int? StreakRank)
{
    /// <summary>The names of the columns.</summary>
    public static readonly string[] Columns =
        ["id", "name", "email", "team", "role", "joined", "left", "percent", "streak", "best", "consistencyRank", "streakRank"];

    /// <summary>The values of the columns.</summary>
    [JsonIgnore]
    public object?[] Values => [Id, Name, Email, Team, Role, Joined, Left, Percent, Streak, Best, ConsistencyRank, StreakRank];
}

/// <summary>A team, with the figures of the boards.</summary>
internal sealed record TeamLine(
    string Id, string Name, int? Members, int Streak, int Best, long? Points, int? StreakRank, int? PointsRank)
{
    /// <summary>The names of the columns.</summary>
    public static readonly string[] Columns = ["id", "name", "members", "streak", "best", "points", "streakRank", "pointsRank"];

    /// <summary>The values of the columns.</summary>
    [JsonIgnore]
    public object?[] Values => [Id, Name, Members, Streak, Best, Points, StreakRank, PointsRank];
}

/// <summary>Reads what is exported of a challenge: people a page at a time.</summary>
internal sealed class ChallengeExport(IGrainFactory grains, IResultsStore results, ChallengeId challenge)
{
    private const int PageSize = 1_000;

    /// <summary>The teams, best streak first.</summary>
    public async IAsyncEnumerable<TeamLine> TeamsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var points = await RowsAsync(BoardKind.TeamPoints, cancellationToken);
        foreach (var team in (await RowsAsync(BoardKind.TeamStreak, cancellationToken)).Values)
        {
            yield return new TeamLine(
                team.Id, team.Name, team.Members, team.Streak, team.Best, team.Points, team.Rank, points.GetValueOrDefault(team.Id)?.Rank);
        }
    }

    /// <summary>Everybody who ever joined, by id.</summary>
    public async IAsyncEnumerable<PersonLine> PeopleAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var consistency = await RowsAsync(BoardKind.PersonConsistency, cancellationToken);
        var streaks = await RowsAsync(BoardKind.PersonStreak, cancellationToken);
        for (var page = await results.LoadPeopleAsync(challenge, "", PageSize, cancellationToken);
            page.Length > 0;
            page = await results.LoadPeopleAsync(challenge, page[^1].Id.Value, PageSize, cancellationToken))
        {
            foreach (var person in page)
            {
                var row = consistency.GetValueOrDefault(person.Id.Value);
                yield return new PersonLine(
                    person.Id.Value,
                    person.Name,
                    person.Email,
                    person.TeamName,
                    EnumNames.Of(person.Role),
                    person.JoinedOn,
                    person.LeftOn,
                    row?.Percent,
                    row?.Streak,
                    row?.Best,
                    row?.Rank,
                    streaks.GetValueOrDefault(person.Id.Value)?.Rank);
            }
        }
    }

    /// <summary>The values of <see cref="TeamsAsync" />.</summary>
    public IAsyncEnumerable<object?[]> TeamLinesAsync(CancellationToken cancellationToken) => TeamsAsync(cancellationToken).Select(line => line.Values);

    /// <summary>The values of <see cref="PeopleAsync" />.</summary>
    public IAsyncEnumerable<object?[]> PersonLinesAsync(CancellationToken cancellationToken) =>
        PeopleAsync(cancellationToken).Select(line => line.Values);

    private async Task<OrderedDictionary<string, BoardRow>> RowsAsync(BoardKind board, CancellationToken cancellationToken)
    {
        var grain = grains.GetGrain<IStandingsGrain>(challenge.Value);
        var snapshot = await grain.GetBoardAsync(board, int.MaxValue, userId: null, cancellationToken);
        return new OrderedDictionary<string, BoardRow>(snapshot.Rows.Select(row => KeyValuePair.Create(row.Id, row)), StringComparer.Ordinal);
    }
}

/// <summary>Writes CSV (RFC 4180) that spreadsheets read as text and numbers alone.</summary>
internal static class CsvText
{
    private const string StartsFormula = "=+-@\t\r";

    /// <summary>Writes a head and lines as UTF-8 with a byte order mark, by which Excel knows the encoding.</summary>
    public static async Task WriteAsync(
        Stream stream, string[] columns, IAsyncEnumerable<object?[]> lines, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16_384, leaveOpen: true);
        await writer.WriteAsync(LineOf(columns).AsMemory(), cancellationToken);
        await foreach (var line in lines)
        {
            await writer.WriteAsync(LineOf(line).AsMemory(), cancellationToken);
        }
    }

    /// <summary>One line, with its end.</summary>
    public static string LineOf(IEnumerable<object?> values) => string.Join(',', values.Select(CellOf)) + "\r\n";

    // Numbers and dates are written so that programs read them; a text that a spreadsheet would take for a formula gets an
    // apostrophe before it.
    private static string CellOf(object? value)
    {
        var text = value switch
        {
            null => "",
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            string { Length: > 0 } name when StartsFormula.Contains(name[0], StringComparison.Ordinal) => $"'{name}",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        return text.AsSpan().ContainsAny("\",;\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
