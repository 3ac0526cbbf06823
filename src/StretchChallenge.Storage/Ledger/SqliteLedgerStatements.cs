using System.Data.Common;
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

/// <summary>A statement that is prepared once, on the process's only writing connection, and reused.</summary>
/// <param name="sql">With parameters named <c>@p0</c>, <c>@p1</c> and so on.</param>
internal sealed class SqliteStatement(string sql)
{
    private DbCommand? _prepared;

    /// <summary>Runs it in the session's transaction.</summary>
    public void Run(LedgerSession session, params ReadOnlySpan<object?> values)
    {
        _prepared ??= Prepare(session.Connection, values.Length);
        _prepared.Transaction = session.Transaction;
        for (var i = 0; i < values.Length; i++)
        {
            _prepared.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        _prepared.ExecuteNonQuery();
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
