using System.Data.Common;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Ledger;

/// <summary>SQLite: statements prepared once on the process's one writing connection, run row by row.</summary>
internal sealed class SqliteLedgerStatements : ILedgerStatements
{
    private Prepared? _prepared;

    /// <inheritdoc />
    public Task InsertAsync(LedgerSession session, IReadOnlyList<CheckInEntry> checkIns)
    {
        var prepared = PreparedFor(session);
        foreach (var checkIn in checkIns)
        {
            prepared.Insert(checkIn);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task DeleteAsync(LedgerSession session, IReadOnlyList<UndoEntry> undos)
    {
        var prepared = PreparedFor(session);
        foreach (var undo in undos)
        {
            prepared.Delete(undo);
        }

        return Task.CompletedTask;
    }

    private Prepared PreparedFor(LedgerSession session)
    {
        _prepared ??= new Prepared(session.Connection);
        _prepared.Enter(session.Transaction);
        return _prepared;
    }

    private sealed class Prepared(DbConnection connection)
    {
        private readonly DbCommand _command = Prepare(
            connection,
            "INSERT INTO commands (user_id, command_id, fingerprint, answer, recorded_at) VALUES (@p0, @p1, @p2, @p3, @p4)",
            5);

        private readonly DbCommand _completion = Prepare(
            connection,
            """
            INSERT INTO completions (run_id, user_id, local_date, routine_id, variant, seconds, session_id, completed_at)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
            """,
            8);

        private readonly DbCommand _credit = Prepare(
            connection,
            "INSERT INTO credits (user_id, local_date, kind, recorded_at) VALUES (@p0, @p1, @p2, @p3)",
            4);

        private readonly DbCommand _undo = Prepare(
            connection,
            "DELETE FROM credits WHERE user_id = @p0 AND local_date = @p1",
            2);

        public void Enter(DbTransaction? transaction)
        {
            foreach (var command in new[] { _command, _completion, _credit, _undo })
            {
                command.Transaction = transaction;
            }
        }

        public void Insert(CheckInEntry entry)
        {
            var user = entry.User.Value;
            var command = entry.Command;
            Run(_command, user, command.Id, command.Fingerprint, command.Answer, InstantHandler.Storable(command.RecordedAt));
            if (entry.Completion is { } done)
            {
                Run(
                    _completion,
                    done.RunId,
                    user,
                    done.Date,
                    done.RoutineId,
                    done.Variant,
                    done.Seconds,
                    done.Session?.Value,
                    InstantHandler.Storable(done.CompletedAt));
            }

            if (entry.Credit is { } credit)
            {
                Run(_credit, user, credit.Date, credit.Kind.ToString(), InstantHandler.Storable(credit.RecordedAt));
            }
        }

        public void Delete(UndoEntry entry) => Run(_undo, entry.User.Value, entry.Date);

        private static DbCommand Prepare(DbConnection connection, string sql, int parameters)
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

        private static void Run(DbCommand command, params ReadOnlySpan<object?> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }
}
