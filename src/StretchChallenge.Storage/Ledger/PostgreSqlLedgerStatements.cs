using Npgsql;
using NpgsqlTypes;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Ledger;

/// <summary>PostgreSQL: one statement per table, for any number of rows, all in one round trip.</summary>
internal sealed class PostgreSqlLedgerStatements : ILedgerStatements
{
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;
    private const NpgsqlDbType Dates = NpgsqlDbType.Array | NpgsqlDbType.Date;
    private const NpgsqlDbType Instants = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz;
    private const NpgsqlDbType Integers = NpgsqlDbType.Array | NpgsqlDbType.Integer;

    /// <inheritdoc />
    public async Task InsertAsync(LedgerSession session, IReadOnlyList<CheckInEntry> checkIns)
    {
        if (checkIns.Count == 0)
        {
            return;
        }

        await using var batch = NewBatch(session);
        batch.BatchCommands.Add(Commands(checkIns));
        batch.BatchCommands.Add(Completions([.. checkIns.Where(entry => entry.Completion is not null)]));
        batch.BatchCommands.Add(OccupiedTime([.. checkIns.SelectMany(OccupiedBy)]));
        batch.BatchCommands.Add(Credits([.. checkIns.Where(entry => entry.Credit is not null)]));
        await batch.ExecuteNonQueryAsync(session.CancellationToken);
    }

    /// <inheritdoc />
    public async Task DeleteAsync(LedgerSession session, IReadOnlyList<UndoEntry> undos)
    {
        if (undos.Count == 0)
        {
            return;
        }

        await using var batch = NewBatch(session);
        batch.BatchCommands.Add(Statement(
            "DELETE FROM credits USING unnest($1, $2) AS undone (person, day) WHERE user_id = person AND local_date = day",
            Column(Texts, undos, undo => undo.User.Value),
            Column(Dates, undos, undo => undo.Date)));
        await batch.ExecuteNonQueryAsync(session.CancellationToken);
    }

    /// <inheritdoc />
    public async Task<ILookup<int, ChallengeChange>> RecordChangesAsync(LedgerSession session, IReadOnlyList<UserId> people)
    {
        var challenges = (await FindChallengesAsync(session, people)).ToLookup(found => found.Challenge, found => found.Place);
        string[] order = [.. challenges.Select(challenge => challenge.Key).Order(StringComparer.Ordinal)];
        if (order.Length == 0)
        {
            return Array.Empty<int>().ToLookup(place => place, _ => default(ChallengeChange));
        }

        await using var batch = NewBatch(session);
        foreach (var challenge in order)
        {
            int[] places = [.. challenges[challenge]];
            batch.BatchCommands.Add(TakeNumbers(challenge, places.Length));
            batch.BatchCommands.Add(Changes(challenge, [.. places.Select(place => people[place])]));
        }

        var changes = new List<(int Place, ChallengeChange Change)>();
        await using var results = await batch.ExecuteReaderAsync(session.CancellationToken);
        foreach (var challenge in order)
        {
            await results.ReadAsync(session.CancellationToken);
            var next = results.GetInt64(0) - challenges[challenge].Count() + 1;
            changes.AddRange(challenges[challenge].Select((place, i) => (place, new ChallengeChange(new ChallengeId(challenge), next + i))));
            await results.NextResultAsync(session.CancellationToken);
        }

        return changes.ToLookup(found => found.Place, found => found.Change);
    }

    private static async Task<List<(string Challenge, int Place)>> FindChallengesAsync(LedgerSession session, IReadOnlyList<UserId> people)
    {
        var found = new List<(string, int)>();
        if (people.Count > 0)
        {
            await using var batch = NewBatch(session);
            batch.BatchCommands.Add(Statement(
                """
                SELECT challenge_id, place - 1
                FROM unnest($1) WITH ORDINALITY AS changed (person, place) JOIN enrolments ON user_id = person
                """,
                Column(Texts, people, person => person.Value)));
            await using var rows = await batch.ExecuteReaderAsync(session.CancellationToken);
            while (await rows.ReadAsync(session.CancellationToken))
            {
                found.Add((rows.GetString(0), (int)rows.GetInt64(1)));
            }
        }

        return found;
    }

    private static NpgsqlBatch NewBatch(LedgerSession session) =>
        new((NpgsqlConnection)session.Connection, (NpgsqlTransaction?)session.Transaction);

    private static NpgsqlBatchCommand TakeNumbers(string challenge, int count) => Statement(
        "UPDATE challenge_feeds SET last_number = last_number + $2 WHERE challenge_id = $1 RETURNING last_number",
        new NpgsqlParameter<string> { TypedValue = challenge },
        new NpgsqlParameter<long> { TypedValue = count });

    private static NpgsqlBatchCommand Changes(string challenge, IReadOnlyList<UserId> people) => Statement(
        """
        INSERT INTO challenge_changes (challenge_id, number, user_id)
        SELECT challenge_id, last_number - $3 + place, person
        FROM challenge_feeds CROSS JOIN unnest($2) WITH ORDINALITY AS changed (person, place) WHERE challenge_id = $1
        """,
        new NpgsqlParameter<string> { TypedValue = challenge },
        Column(Texts, people, person => person.Value),
        new NpgsqlParameter<long> { TypedValue = people.Count });

    private static NpgsqlBatchCommand Commands(IReadOnlyList<CheckInEntry> entries) => Statement(
        """
        INSERT INTO commands (user_id, command_id, fingerprint, answer, recorded_at)
        SELECT * FROM unnest($1, $2, $3, $4, $5)
        """,
        Column(Texts, entries, entry => entry.User.Value),
        Column(Texts, entries, entry => entry.Command.Id),
        Column(Texts, entries, entry => entry.Command.Fingerprint),
        Column(Texts, entries, entry => entry.Command.Answer),
        Column(Instants, entries, entry => InstantHandler.Storable(entry.Command.RecordedAt)));

    private static NpgsqlBatchCommand Completions(IReadOnlyList<CheckInEntry> entries) => Statement(
        """
        INSERT INTO completions (run_id, user_id, local_date, routine_id, variant, seconds, session_id, completed_at)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        Column(Texts, entries, entry => entry.Completion!.RunId),
        Column(Texts, entries, entry => entry.User.Value),
        Column(Dates, entries, entry => entry.Completion!.Date),
        Column(Texts, entries, entry => entry.Completion!.RoutineId),
        Column(Texts, entries, entry => entry.Completion!.Variant),
        Column(Integers, entries, entry => entry.Completion!.Seconds),
        Column(Texts, entries, entry => entry.Completion!.Session?.Value),
        Column(Instants, entries, entry => InstantHandler.Storable(entry.Completion!.CompletedAt)));

    private static IEnumerable<(CheckInEntry Entry, TimeInterval Interval)> OccupiedBy(CheckInEntry entry) =>
        entry.Completion?.Occupied.Select(interval => (entry, interval)) ?? [];

    private static NpgsqlBatchCommand OccupiedTime(IReadOnlyList<(CheckInEntry Entry, TimeInterval Interval)> rows) => Statement(
        "INSERT INTO occupied_time (user_id, run_id, from_at, to_at) SELECT * FROM unnest($1, $2, $3, $4)",
        Column(Texts, rows, row => row.Entry.User.Value),
        Column(Texts, rows, row => row.Entry.Completion!.RunId),
        Column(Instants, rows, row => DateTimeOffset.FromUnixTimeMilliseconds(row.Interval.From)),
        Column(Instants, rows, row => DateTimeOffset.FromUnixTimeMilliseconds(row.Interval.To)));

    private static NpgsqlBatchCommand Credits(IReadOnlyList<CheckInEntry> entries) => Statement(
        """
        INSERT INTO credits (user_id, local_date, kind, recorded_at)
        SELECT * FROM unnest($1, $2, $3, $4)
        """,
        Column(Texts, entries, entry => entry.User.Value),
        Column(Dates, entries, entry => entry.Credit!.Date),
        Column(Texts, entries, entry => entry.Credit!.Kind.ToString()),
        Column(Instants, entries, entry => InstantHandler.Storable(entry.Credit!.RecordedAt)));

    private static NpgsqlBatchCommand Statement(string sql, params ReadOnlySpan<NpgsqlParameter> columns)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in columns)
        {
            command.Parameters.Add(column);
        }

        return command;
    }

    private static NpgsqlParameter<TValue[]> Column<TEntry, TValue>(
        NpgsqlDbType type,
        IReadOnlyList<TEntry> entries,
        Func<TEntry, TValue> value) =>
        new() { TypedValue = [.. entries.Select(value)], NpgsqlDbType = type };
}
