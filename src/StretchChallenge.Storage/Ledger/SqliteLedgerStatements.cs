using System.Data.Common;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Ledger;

/// <summary>SQLite: prepared statements, run row by row, since there are no network round trips to save.</summary>
internal sealed class SqliteLedgerStatements : ILedgerStatements
{
    private readonly SqliteStatement _insertCommand = new(
        """
        INSERT INTO commands (user_id, command_id, fingerprint, answer, recorded_at)
        VALUES (@p0, @p1, @p2, @p3, @p4)
        """);

    private readonly SqliteStatement _insertCompletion = new(
        """
        INSERT INTO completions (run_id, user_id, local_date, routine_id, variant, seconds, session_id, completed_at)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        """);

    private readonly SqliteStatement _insertOccupiedTime = new(
        "INSERT INTO occupied_time (user_id, run_id, from_at, to_at) VALUES (@p0, @p1, @p2, @p3)");

    private readonly SqliteStatement _insertCredit = new(
        "INSERT INTO credits (user_id, local_date, kind, recorded_at) VALUES (@p0, @p1, @p2, @p3)");

    private readonly SqliteStatement _deleteCredit = new(
        "DELETE FROM credits WHERE user_id = @p0 AND local_date = @p1");

    private readonly SqliteStatement _findChallenges = new("SELECT challenge_id FROM enrolments WHERE user_id = @p0");

    private readonly SqliteStatement _takeNumbers = new(
        "UPDATE challenge_feeds SET last_number = last_number + @p1 WHERE challenge_id = @p0 RETURNING last_number");

    private readonly SqliteStatement _insertChange = new(
        "INSERT INTO challenge_changes (challenge_id, number, user_id) VALUES (@p0, @p1, @p2)");

    /// <inheritdoc />
    public Task InsertAsync(LedgerSession session, IReadOnlyList<CheckInEntry> checkIns)
    {
        foreach (var checkIn in checkIns)
        {
            Insert(session, checkIn);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task DeleteAsync(LedgerSession session, IReadOnlyList<UndoEntry> undos)
    {
        foreach (var undo in undos)
        {
            _deleteCredit.Run(session, undo.User.Value, undo.Date);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<ILookup<int, ChallengeChange>> RecordChangesAsync(LedgerSession session, IReadOnlyList<UserId> people)
    {
        var changes = new List<(int Place, ChallengeChange Change)>();
        var challenges = people.SelectMany((user, place) => _findChallenges.Query<string>(session, user.Value).Select(id => (Id: id, Place: place)));
        foreach (var challenge in challenges.ToList().GroupBy(found => found.Id, found => found.Place))
        {
            var number = _takeNumbers.Query<long>(session, challenge.Key, challenge.Count()).Single() - challenge.Count();
            foreach (var place in challenge)
            {
                _insertChange.Run(session, challenge.Key, ++number, people[place].Value);
                changes.Add((place, new ChallengeChange(new ChallengeId(challenge.Key), number)));
            }
        }

        return Task.FromResult(changes.ToLookup(found => found.Place, found => found.Change));
    }

    private void Insert(LedgerSession session, CheckInEntry entry)
    {
        var user = entry.User.Value;
        var command = entry.Command;
        _insertCommand.Run(
            session,
            user,
            command.Id,
            command.Fingerprint,
            command.Answer,
            InstantHandler.Storable(command.RecordedAt));
        if (entry.Completion is { } done)
        {
            _insertCompletion.Run(
                session,
                done.RunId,
                user,
                done.Date,
                done.RoutineId,
                done.Variant,
                done.Seconds,
                done.Session?.Value,
                InstantHandler.Storable(done.CompletedAt));
            foreach (var interval in done.Occupied)
            {
                _insertOccupiedTime.Run(
                    session,
                    user,
                    done.RunId,
                    DateTimeOffset.FromUnixTimeMilliseconds(interval.From),
                    DateTimeOffset.FromUnixTimeMilliseconds(interval.To));
            }
        }

        if (entry.Credit is { } credit)
        {
            _insertCredit.Run(session, user, credit.Date, credit.Kind.ToString(), InstantHandler.Storable(credit.RecordedAt));
        }
    }
}

/// <summary>A statement that is prepared once on the process's only writing connection, and again when that is replaced.</summary>
/// <param name="sql">With parameters named <c>@p0</c>, <c>@p1</c> and so on.</param>
internal sealed class SqliteStatement(string sql)
{
    private DbCommand? _prepared;

    /// <summary>Runs it in the session's transaction.</summary>
    public void Run(LedgerSession session, params ReadOnlySpan<object?> values) => Prepare(session, values).ExecuteNonQuery();

    /// <summary>Runs it in the session's transaction; returns the first column of its rows.</summary>
    public List<T> Query<T>(LedgerSession session, params ReadOnlySpan<object?> values)
    {
        var found = new List<T>();
        using var reader = Prepare(session, values).ExecuteReader();
        while (reader.Read())
        {
            found.Add(reader.GetFieldValue<T>(0));
        }

        return found;
    }

    private DbCommand Prepare(LedgerSession session, ReadOnlySpan<object?> values)
    {
        if (_prepared?.Connection != session.Connection)
        {
            _prepared?.Dispose();
            _prepared = Prepare(session.Connection, values.Length);
        }

        _prepared.Transaction = session.Transaction;
        for (var i = 0; i < values.Length; i++)
        {
            _prepared.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return _prepared;
    }

    private DbCommand Prepare(DbConnection connection, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
